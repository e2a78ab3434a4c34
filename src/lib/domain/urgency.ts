/** Words of the urgency column that are surely one or the other, lower case. A word in neither list says nothing. */
export const urgentWords = [
	'紧急',
	'特急',
	'加急',
	'急',
	'急件',
	'非常紧急',
	'很急',
	'urgent',
	'high',
	'emergency',
	'critical'
];
export const ordinaryWords = [
	'一般',
	'普通',
	'正常',
	'常规',
	'平件',
	'不急',
	'不紧急',
	'低',
	'中',
	'normal',
	'medium',
	'low',
	'routine',
	'standard'
];
