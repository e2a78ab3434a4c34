import { fail, redirect, type ActionFailure } from '@sveltejs/kit';
import { answersOfForm, isAnswer, profileAnswer } from '#lib/domain/answer-values.ts';
import type { Answers } from '#lib/domain/answers.ts';
import { answersOfChoices } from '#lib/domain/column-choices.ts';
import { isKindName } from '#lib/domain/kinds/kind.ts';
import { isProfileName } from '#lib/domain/profiles/read-profile.ts';
import { fieldName, refusalSentence } from '#lib/messages/intake-sentences.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { dataFolder } from '#lib/server/data-folder.ts';
import { NoProfileInIt, profileOfImport } from '#lib/server/imports/profile-of-import.ts';
import { fileAskedBefore } from '#lib/server/ledger/import-commands.ts';
import { openLedger } from '#lib/server/ledger/open.ts';
import { keepProfile, profileNamed, profilesListed, takeBackAnswers } from '#lib/server/profiles/profiles.ts';
import { servedWarehouse } from '#lib/server/warehouse/served.ts';
import { answerLabel, answerShown } from '#lib/view/answers-shown.ts';
import { answerChoices, columnChoices, firstRows, kindOptions } from '#lib/view/columns-view.ts';
import type { ImportShown } from '#lib/view/imports-view.ts';
import { plain } from '#lib/view/plain-text.ts';
import { questionShown } from '#lib/view/question-view.ts';
import { recordView } from '../../../../(supervision)/viewed.server.ts';
import { groundOf } from '../../../ground.server.ts';
import { dataCutFrom } from '../../data-cut.server.ts';
import { importShown } from '../../listed.server.ts';
import { actorOf, beginImport } from '../../uploading.server.ts';
import { isLatest, lookedAt, rememberedOf, saidBefore } from './looked.server.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The columns of one import's file: what is read from each, how sure that is and why, and what only a person can say. */
export const load: PageServerLoad = async (event) => {
	const one = await importShown(event.params.number);
	await recordView(event, `import ${one.seq}, columns`);
	const { looked, signature, by } = await lookedAt(one);
	const { remembered, isReadOtherwiseNow } = await rememberedOf(one, signature);
	const { result } = one;
	const columns = looked.outcome === 'looked' ? columnChoices(looked) : [];
	return {
		foot: groundOf(await servedWarehouse()) ?? {},
		seq: one.seq,
		file: plain(one.fileName),
		isLatest: await isLatest(one),
		question: result.outcome === 'asked' ? questionShown(result) : null,
		refusal: looked.outcome === 'refused' ? refusalSentence(looked.refusal, getLocale()) : null,
		columns,
		raw: columns.filter(({ chosen }) => chosen === '').length,
		...firstRows(looked),
		kinds: looked.outcome === 'looked' ? kindOptions(looked.kind) : [],
		answers: answerChoices(by.answers),
		profile: by.profile,
		// People's own first, the latest at the top.
		profiles: (await profilesListed(openLedger(dataFolder()))).reverse().map(({ profile }) => profile.name),
		maySave: result.outcome === 'taken',
		isReadOtherwiseNow,
		remembered: remembered.map(({ name, value, enteredBy }) => ({
			...{ name, label: answerLabel(name), value: answerShown(name, value), by: enteredBy }
		}))
	};
};

type Refused = ActionFailure<{ problem: string }>;

/** The import a form is of, where its file can be read again by it. */
async function toReadAgain(number: string): Promise<ImportShown | Refused> {
	const one = await importShown(number);
	return (await isLatest(one)) ? one : fail(409, { problem: m.columns_not_latest() });
}

/** What a form says: of the kind alone where that is another, since its columns were shown for the one before. */
async function saidIn(
	form: FormData,
	one: ImportShown,
	{ looked, by }: Awaited<ReturnType<typeof lookedAt>>
): Promise<Answers | Refused> {
	const said: Record<string, string> = {};
	const value = form.get('value');
	if (one.result.outcome === 'asked' && typeof value === 'string') {
		const { question } = one.result;
		if (!question.choices.some((choice) => choice.value === value))
			return fail(400, { problem: m.upload_answer_not() });
		said[question.name] = value;
	}
	for (const [name, now] of Object.entries(by.answers)) {
		const answer = form.get(`a:${name}`);
		if (typeof answer !== 'string' || answer === now) continue;
		if (!isAnswer(name, answer)) return fail(400, { problem: m.upload_answer_not() });
		said[name] = answer;
	}
	if (looked.outcome !== 'looked') return said;
	const kind = form.get('kind');
	if (typeof kind === 'string' && isKindName(kind) && kind !== looked.kind)
		return { ...answersOfForm(by.answers), ...said, kind };
	const chosen = looked.columns.map((_, place) => String(form.get(`c${place}`) ?? ''));
	if (!form.has('c0')) return said;
	const offered = columnChoices(looked);
	if (chosen.some((field, place) => !offered[place]!.options.some((option) => option.value === field)))
		return fail(400, { problem: m.upload_answer_not() });
	const answers = answersOfChoices(looked.columns, chosen);
	if ('field' in answers)
		return fail(400, { problem: m.columns_twice({ field: fieldName(answers.field!, getLocale()) }) });
	return { ...said, ...answers };
}

const isRefused = (value: unknown): value is Refused =>
	typeof value === 'object' && value !== null && 'status' in value;

export const actions: Actions = {
	/** Reads the file again, from its archived bytes, by what the form says. */
	read: async ({ params, locals, request }) => {
		const by = actorOf(locals);
		const one = await toReadAgain(params.number);
		if (isRefused(one)) return one;
		const form = await request.formData();
		const cut = dataCutFrom(form.get('data-cut'));
		if (cut === null) return fail(400, { problem: m.upload_cut_not() });
		const seen = await lookedAt(one);
		const said = await saidIn(form, one, seen);
		if (isRefused(said)) return said;
		const isAsIs = Object.keys(said).length === 0 && cut === undefined;
		if (isAsIs && !(await rememberedOf(one, seen.signature)).isReadOtherwiseNow)
			return fail(400, { problem: m.columns_nothing_said() });
		const { sha256, fileName } = one;
		const before = await fileAskedBefore(openLedger(dataFolder()), one.seq);
		await beginImport(by, [{ sha256, fileName, ...before, ...(cut && { dataCut: cut }) }], {
			...(await saidBefore(one)),
			...said
		});
		redirect(303, '/imports');
	},
	/** Reads the file again by a profile. */
	by: async ({ params, locals, request }) => {
		const actor = actorOf(locals);
		const one = await toReadAgain(params.number);
		if (isRefused(one)) return one;
		const name = String((await request.formData()).get('profile') ?? '');
		if ((await profileNamed(openLedger(dataFolder()), name)) === null)
			return fail(400, { problem: m.profile_gone({ name: plain(name) }) });
		const { sha256, fileName } = one;
		await beginImport(actor, [{ sha256, fileName }], { ...(await saidBefore(one)), [profileAnswer]: name });
		redirect(303, '/imports');
	},
	/** Takes back one thing that was said of files like this, and reads this one again by what holds then. */
	forget: async ({ params, locals, request }) => {
		const by = actorOf(locals);
		const one = await toReadAgain(params.number);
		if (isRefused(one)) return one;
		const name = String((await request.formData()).get('name') ?? '');
		const signature = 'signature' in one.result ? one.result.signature : '';
		if (!(await takeBackAnswers(openLedger(dataFolder()), { signature, name }, by)))
			return fail(409, { problem: m.columns_forget_not() });
		const { sha256, fileName } = one;
		await beginImport(by, [{ sha256, fileName }]);
		redirect(303, '/imports');
	},
	/** Keeps how the file was read under a name. */
	save: async ({ params, locals, request }) => {
		const by = actorOf(locals);
		const one = await importShown(params.number);
		const form = await request.formData();
		const [name, about] = ['name', 'about'].map((field) => String(form.get(field) ?? '').trim()) as [string, string];
		if (!isProfileName(name)) return fail(400, { problem: m.profile_bad_name({ name: plain(name) }) });
		try {
			const made = await profileOfImport(dataFolder(), one, { name, about: about.slice(0, 2000) });
			await keepProfile(openLedger(dataFolder()), made, by);
		} catch (problem) {
			if (!(problem instanceof NoProfileInIt)) throw problem;
			const number = one.seq;
			const sentence = problem.why === 'not_taken' ? m.profile_not_taken : m.profile_headers_not_kept;
			return fail(409, { problem: sentence({ number }) });
		}
		redirect(303, `/imports/profiles#${encodeURIComponent(name)}`);
	}
};
