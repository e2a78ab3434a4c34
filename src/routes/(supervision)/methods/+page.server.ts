import { statementOf } from '#lib/server/reports/answers.ts';
import { methodsView } from '#lib/view/methods-view.ts';
import { callsCarried } from '#queries/calls-carried.ts';
import { columnsCarried } from '#queries/columns-carried.ts';
import { asked } from '../asked.server.ts';
import type { PageServerLoad } from './$types.js';

/** Every measure there is: generated from the definitions that compute the figures. */
export const load: PageServerLoad = async (event) => {
	const page = await asked(event);
	if (page === null) return { methods: methodsView(null) };
	const { db, shown } = page;
	const [carried, calls] = await Promise.all([
		columnsCarried(db).executeTakeFirstOrThrow(),
		callsCarried(db).executeTakeFirstOrThrow()
	]);
	return {
		foot: shown.foot,
		methods: methodsView({ carried: { ...carried, ...calls }, sqlOf: (key) => statementOf(db, key) })
	};
};
