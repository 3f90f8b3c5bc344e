import type { FormEdition } from '../../../engine/form.ts';
import { compute } from './compute.ts';
import { FIELDS, FIGURES } from './fields.ts';

/** Annual return of an individual with one employer, little else, and a gross income up to 60 million rupiah. */
const edition: FormEdition = {
  code: '1770SS',
  filedBy: 'individual',
  taxYears: [2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024],
  offeredTaxYears: [2021, 2022, 2023, 2024],
  fields: FIELDS,
  figures: FIGURES,
  compute,
};

export default edition;
