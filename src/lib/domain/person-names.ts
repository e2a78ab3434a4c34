/** What a person in China is called: a common family name and one or two signs, or a double family name and as many. */

/** Family names of about 95 in 100 people, the commonest first. */
const single =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const double = ['欧阳', '上官', '司马', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '夏侯', '长孙'];

/** Signs that an office or a place ends with, and a given name hardly. */
const ofOffices = '局委办区镇村街县市省站所院厅队处科会社厂店馆校路号';

const familyName = `(?:[${single}]|${double.join('|')})`;
const anyName = `${familyName}[一-龥]{1,2}`;

/** Whether a cell is a person's name and nothing else, as SQL. */
export const isPersonName = (cell: string): string =>
	`(regexp_full_match(${cell}, '${anyName}') and not regexp_matches(${cell}, '[${ofOffices}]$'))`;

const wholeName = new RegExp(`^${anyName}$`);
const officeEnding = new RegExp(`[${ofOffices}]$`);

/** The same of a text in hand. */
export const readsAsPerson = (text: string): boolean => wholeName.test(text) && !officeEnding.test(text);

const commonest = [...single].slice(0, 150).join('');

/** Signs that places, and what units are called for short, end with: a given name may too, so such a cell is left. */
const ofPlaces = '山河江湖海湾岛桥坝寺庙宫洞沟坡岭峰滩洲池泉井庄屯寨堡营坊里门口道巷弄楼阁苑城都州关塘坪坑田';
const ofUnits = '室部司心团行园场港网库组系党府署台业务气电力管政监保税险联协企银邮讯媒报视';

/**
 * Whether a cell that should name a unit can hardly be anything but a person's name, as SQL: one of the commonest family names
 * and two signs, or a double one and two, and no sign at the end that a unit or a place could end with.
 */
export const isSurelyPerson = (cell: string): string =>
	`(regexp_full_match(${cell}, '(?:[${commonest}]|${double.join('|')})[一-龥]{2}')
		and not regexp_matches(${cell}, '[${ofOffices}${ofPlaces}${ofUnits}]$'))`;

/** A family name, or a name, and how its bearer is addressed; by itself, or set off from what stands beside it. Its first group is what stands before. */
export const addressedPerson = `(^|[ ,，、;；:：/|（(*-])${familyName}[一-龥]{0,2}(?:先生|女士|小姐|老师|同志)(?:$|([ ,，、;；:：/|）)*-]))`;
