// The account settles in US dollars. Other currencies are converted at fixed rates: those that the smallest amounts
// follow, and rough ones for the rest.
import { dollarsFor } from '../money/check-total.ts'
import { decimals } from '../money/currencies.ts'

export type Settled = { amount: number; rate: number | null }

/**
 * An amount in minor units as cents, and the rate between the two as Stripe states it, both in minor units
 * (https://docs.stripe.com/api/balance_transactions/object#balance_transaction_object-exchange_rate); null for dollars.
 */
export function settleInDollars(money: { amount: number; currency: string }): Settled {
  const { amount, currency } = money
  if (currency === 'usd') return { amount, rate: null }
  const dollars = dollarsFor[currency] ?? roughDollarsFor[currency] ?? 1
  const rate = Number(((dollars * 100) / 10 ** decimals(currency)).toPrecision(6))
  return { amount: Math.round(amount * rate), rate }
}

const roughDollarsFor: Record<string, number> = Object.fromEntries(
  (
    'afn 0.014,all 0.011,amd 0.0026,ang 0.56,aoa 0.0011,ars 0.001,awg 0.56,azn 0.59,bam 0.55,bbd 0.5,bdt 0.0084,' +
    'bhd 2.65,bif 0.00034,bmd 1,bnd 0.74,bob 0.145,bsd 1,bwp 0.073,byn 0.31,bzd 0.5,cdf 0.00035,clp 0.00105,' +
    'cop 0.00024,crc 0.0019,cve 0.0098,djf 0.0056,dop 0.017,dzd 0.0074,egp 0.0205,etb 0.0084,fjd 0.44,fkp 1.27,' +
    'gel 0.36,gip 1.27,gmd 0.0143,gnf 0.000116,gtq 0.13,gyd 0.0048,hnl 0.04,hrk 0.143,htg 0.0076,idr 0.000062,' +
    'ils 0.27,isk 0.0072,jmd 0.0063,jod 1.41,kes 0.0077,kgs 0.0116,khr 0.00025,kmf 0.0022,kwd 3.25,kyd 1.2,' +
    'kzt 0.002,lak 0.000046,lbp 0.000011,lkr 0.0033,lrd 0.0052,lsl 0.055,mad 0.1,mdl 0.056,mga 0.00022,mkd 0.0175,' +
    'mmk 0.00048,mnt 0.00029,mop 0.124,mro 0.0025,mur 0.0215,mvr 0.065,mzn 0.0157,nad 0.055,ngn 0.00065,nio 0.027,' +
    'npr 0.0075,omr 2.6,pab 1,pen 0.27,pgk 0.25,php 0.0172,pkr 0.0036,pyg 0.000128,qar 0.275,rsd 0.0092,rub 0.011,' +
    'rwf 0.00073,sar 0.267,sbd 0.12,scr 0.07,shp 1.27,sll 0.000044,sos 0.00175,srd 0.028,std 0.000044,szl 0.055,' +
    'tjs 0.092,tnd 0.32,top 0.42,try 0.029,ttd 0.147,tzs 0.00037,uah 0.024,ugx 0.00027,uyu 0.024,uzs 0.000079,' +
    'vnd 0.00004,vuv 0.0084,wst 0.36,xaf 0.00165,xcd 0.37,xof 0.00165,xpf 0.009,yer 0.004,zar 0.055,zmw 0.037'
  )
    .split(',')
    .map((entry) => [entry.slice(0, 3), Number(entry.slice(4))]),
)
