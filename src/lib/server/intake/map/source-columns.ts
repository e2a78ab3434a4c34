import { type ExportField, exportFields, type FieldKind } from '#lib/domain/export-fields.ts';
import { partnerColumn } from '#lib/domain/header-matching.ts';
import type { FoundHeader } from './find-header.ts';

/** A column of the export that is looked into. Columns go by number in SQL, so that no header ever stands in it. */
export type SourceColumn = {
	/** c1, c2 …: the column's name in the database. */
	name: string;
	field: ExportField;
	kind: FieldKind;
	place: number;
	header: string;
	/** The column holds the other half of the field's date and time, if it turns out to. */
	isPartner: boolean;
};

/** The columns that fields are read from; a time's possible other half follows it. */
export function sourceColumns({ headers, match, raw }: FoundHeader): SourceColumn[] {
	const columns: SourceColumn[] = [];
	const add = (field: ExportField, place: number, isPartner: boolean) => {
		const name = `c${columns.length + 1}`;
		columns.push({ name, field, kind: exportFields[field], place, header: headers[place] ?? '', isPartner });
	};
	for (const [field, place] of match) {
		add(field, place, false);
		const partner = exportFields[field] === 'time' ? partnerColumn(headers, match, place) : undefined;
		if (partner !== undefined && !raw?.has(partner)) add(field, partner, true);
	}
	return columns;
}
