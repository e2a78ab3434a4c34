import type { Attachment } from 'svelte/attachments';
import type { ChartSpec } from './chart.ts';
import { narrowBelow } from './frame.ts';

/**
 * On the first touch of a pointer the picture drawn on the server is exchanged for one that answers it. Until then
 * a page carries no chart code. The exchange keeps the form and the height, so nothing on the page moves.
 */
export const tips =
	(spec: ChartSpec): Attachment<HTMLElement> =>
	(picture) => {
		const live = picture.querySelector<HTMLElement>('.live');
		let isGone = false;

		async function exchange() {
			const { drawLive } = await import('./live.ts');
			if (isGone || !live) return;
			const shown = picture.querySelector(`.drawn${picture.clientWidth >= narrowBelow ? '.wide' : '.narrow'} svg`);
			const width = Math.round(shown?.getBoundingClientRect().width ?? 0);
			if (width === 0) return;
			live.replaceChildren(drawLive(spec, width));
			picture.dataset.live = '';
		}

		picture.addEventListener('pointerenter', exchange, { once: true });
		return () => {
			isGone = true;
			picture.removeEventListener('pointerenter', exchange);
			live?.replaceChildren();
			delete picture.dataset.live;
		};
	};
