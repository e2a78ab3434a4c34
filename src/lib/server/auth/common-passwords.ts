/** Beginnings that stay guessable whatever digits and signs follow them. */
const commonBeginnings = new Set([
	'abcdefghijklmno',
	'abcdefghijklmnop',
	'abcdefghijklmnopqrstuvwxyz',
	'admin',
	'administrator',
	'adminpassword',
	'asdfghjkl',
	'changeme',
	'correcthorsebatterystaple',
	'duban',
	'gongdan',
	'guanliyuan',
	'hotline',
	'iloveyou',
	'iloveyouforever',
	'letmein',
	'mima',
	'mypassword',
	'newpassword',
	'pass',
	'passw0rd',
	'password',
	'passwordispassword',
	'qazwsxedc',
	'qazwsxedcrfvtgb',
	'qwerty',
	'qwertyuiop',
	'qwertyuiopasdfghjkl',
	'qwertyuiopasdfghjklzxcvbnm',
	'rexian',
	'root',
	'secret',
	'shizhengrexian',
	'test',
	'thisisapassword',
	'thisismypassword',
	'trustno',
	'user',
	'welcome',
	'woaini',
	'woaiwojia',
	'woaizhongguo',
	'zhengfurexian',
	'zxcvbnm',
	'zxcvbnmasdfghjkl'
]);

const keyboardWalks = ['1qaz2wsx3edc4rfv5tgb', '1q2w3e4r5t6y7u8i9o0p', 'qazwsxedcrfvtgbyhnujm', '12345678901234567890'];

/** True for what is tried first: a common word with a tail, a short piece said again and again, a keyboard walk. */
export function isCommonPassword(password: string, ...names: string[]): boolean {
	const plain = password.normalize('NFKC').toLowerCase();
	const beginning = plain.replace(/[^\p{L}]+$/u, '');
	if (beginning === '' && /^\d+$/.test(plain)) return true;
	if (commonBeginnings.has(beginning) || names.some((name) => name !== '' && beginning === name.toLowerCase())) {
		return true;
	}
	return keyboardWalks.some((walk) => walk.startsWith(plain)) || repeatsItself(plain);
}

function repeatsItself(text: string): boolean {
	const characters = [...text];
	for (let length = 1; length <= Math.min(10, characters.length / 2); length += 1) {
		if (characters.every((character, at) => character === characters[at % length])) return true;
	}
	return false;
}
