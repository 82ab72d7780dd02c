// States, provinces and prefectures of the countries where Stripe's page has a list of them.

type State = readonly [code: string, name: string]

/** The parts of a country with the codes that an address carries; none where they are typed. */
export function statesOf(country: string): readonly State[] {
  return byCountry[country] ?? []
}

/** `AL Alabama, AK Alaska`: codes with names. */
function coded(list: string): State[] {
  return list.split(', ').map((state): State => {
    const [code = '', ...name] = state.split(' ')
    return [code, name.join(' ')]
  })
}

/** Names that are codes too. */
function named(list: string): State[] {
  return list.split(' ').map((name): State => [name, name])
}

const byCountry: Record<string, State[]> = {
  US: coded(
    'AL Alabama, AK Alaska, AS American Samoa, AZ Arizona, AR Arkansas, AA Armed Forces (AA), AE Armed Forces (AE), ' +
      'AP Armed Forces (AP), CA California, CO Colorado, CT Connecticut, DE Delaware, DC District of Columbia, ' +
      'FL Florida, GA Georgia, GU Guam, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, KS Kansas, ' +
      'KY Kentucky, LA Louisiana, ME Maine, MH Marshall Islands, MD Maryland, MA Massachusetts, MI Michigan, ' +
      'FM Micronesia, MN Minnesota, MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, ' +
      'NH New Hampshire, NJ New Jersey, NM New Mexico, NY New York, NC North Carolina, ND North Dakota, ' +
      'MP Northern Mariana Islands, OH Ohio, OK Oklahoma, OR Oregon, PW Palau, PA Pennsylvania, PR Puerto Rico, ' +
      'RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, VT Vermont, ' +
      'VI Virgin Islands, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming',
  ),
  CA: coded(
    'AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, ' +
      'NT Northwest Territories, NS Nova Scotia, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, ' +
      'SK Saskatchewan, YT Yukon',
  ),
  AU: coded(
    'ACT Australian Capital Territory, NSW New South Wales, NT Northern Territory, QLD Queensland, ' +
      'SA South Australia, TAS Tasmania, VIC Victoria, WA Western Australia',
  ),
  CN: named(
    '安徽省 澳门 北京市 重庆市 福建省 甘肃省 广东省 广西壮族自治区 贵州省 海南省 河北省 河南省 黑龙江省 湖北省 湖南省 吉林省 江苏省 江西省 ' +
      '辽宁省 内蒙古自治区 宁夏回族自治区 青海省 山东省 山西省 陕西省 上海市 四川省 台湾 天津市 西藏自治区 香港 新疆维吾尔自治区 云南省 浙江省',
  ),
  HK: coded('香港島 Hong Kong Island — 香港島, 九龍 Kowloon — 九龍, 新界 New Territories — 新界'),
  JP: named(
    '北海道 青森県 岩手県 宮城県 秋田県 山形県 福島県 茨城県 栃木県 群馬県 埼玉県 千葉県 東京都 神奈川県 新潟県 富山県 石川県 福井県 山梨県 長野県 ' +
      '岐阜県 静岡県 愛知県 三重県 滋賀県 京都府 大阪府 兵庫県 奈良県 和歌山県 鳥取県 島根県 岡山県 広島県 山口県 徳島県 香川県 愛媛県 高知県 福岡県 ' +
      '佐賀県 長崎県 熊本県 大分県 宮崎県 鹿児島県 沖縄県',
  ),
}
