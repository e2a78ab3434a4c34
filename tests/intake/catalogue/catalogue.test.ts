import { quickBench } from '../quick-bench.ts';
import { encodings } from './encodings.ts';
import { headers } from './headers.ts';
import { printTable } from './outcomes.ts';
import { records } from './records.ts';
import { merging } from './merging.ts';
import { sheets } from './sheets.ts';
import { times } from './times.ts';
import { values } from './values.ts';

const bench = quickBench();
printTable();
encodings(bench);
records(bench);
headers(bench);
times(bench);
sheets(bench);
values(bench);
merging();
