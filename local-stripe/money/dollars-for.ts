// What one unit of a currency is worth in US dollars, the currency that the account settles in. The rates are our own
// and never move, because tests that pass today must pass tomorrow.

const rates = (
  'usd 1 aed 0.2723 afn 0.014 all 0.011 amd 0.0026 ang 0.5587 aoa 0.0011 ars 0.001 aud 0.66 awg 0.5556 azn 0.5882 ' +
  'bam 0.55 bbd 0.5 bdt 0.0084 bgn 0.55 bhd 2.65 bif 0.00034 bmd 1 bnd 0.74 bob 0.145 brl 0.18 bsd 1 bwp 0.073 ' +
  'byn 0.306 bzd 0.496 cad 0.73 cdf 0.00035 chf 1.13 clp 0.00105 cny 0.157 cop 0.00024 crc 0.00195 cve 0.0098 ' +
  'czk 0.044 djf 0.0056 dkk 0.145 dop 0.0168 dzd 0.0075 egp 0.0206 etb 0.0081 eur 1.08 fjd 0.44 fkp 1.27 gbp 1.27 ' +
  'gel 0.366 gip 1.27 gmd 0.0143 gnf 0.000116 gtq 0.129 gyd 0.0048 hkd 0.128 hnl 0.0402 hrk 0.143 htg 0.0076 ' +
  'huf 0.0027 idr 0.0000625 ils 0.27 inr 0.012 isk 0.0072 jmd 0.0064 jod 1.41 jpy 0.0067 kes 0.0077 kgs 0.0117 ' +
  'khr 0.000245 kmf 0.0022 krw 0.00073 kwd 3.25 kyd 1.2 kzt 0.002 lak 0.0000455 lbp 0.0000112 lkr 0.0033 lrd 0.0052 ' +
  'lsl 0.055 mad 0.1 mdl 0.056 mga 0.00022 mkd 0.0175 mmk 0.00048 mnt 0.00029 mop 0.124 mro 0.0025 mur 0.0216 ' +
  'mvr 0.065 mwk 0.00058 mxn 0.055 myr 0.22 mzn 0.0157 nad 0.055 ngn 0.00062 nio 0.0272 nok 0.094 npr 0.0075 nzd 0.6 ' +
  'omr 2.6 pab 1 pen 0.267 pgk 0.25 php 0.0173 pkr 0.0036 pln 0.25 pyg 0.000128 qar 0.2747 ron 0.217 rsd 0.0092 ' +
  'rub 0.011 rwf 0.00074 sar 0.2667 sbd 0.12 scr 0.071 sek 0.095 sgd 0.74 shp 1.27 sll 0.0000441 sos 0.00175 ' +
  'srd 0.0285 std 0.0000441 szl 0.055 thb 0.028 tjs 0.0917 tnd 0.32 top 0.42 try 0.03 ttd 0.147 twd 0.031 tzs 0.00038 ' +
  'uah 0.0245 ugx 0.00027 uyu 0.025 uzs 0.000079 vnd 0.0000395 vuv 0.0083 wst 0.36 xaf 0.00165 xcd 0.3704 ' +
  'xof 0.00165 xpf 0.0091 yer 0.004 zar 0.055 zmw 0.038'
).split(' ')

const byCurrency = new Map<string, number>()
for (let index = 0; index < rates.length; index += 2) {
  byCurrency.set(rates[index] ?? '', Number(rates[index + 1]))
}

/** US dollars for one unit of a currency (three small letters); 1 for one that Stripe does not charge. */
export function dollarsFor(currency: string): number {
  return byCurrency.get(currency) ?? 1
}
