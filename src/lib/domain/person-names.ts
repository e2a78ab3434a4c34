/** What a person in China is called: a common family name and one or two signs, or a double family name and as many. */

/** Family names of about 95 in 100 people. */
const single =
	'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝';
const double = ['欧阳', '上官', '司马', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '夏侯', '长孙'];

/** Signs that an office or a place ends with, and a given name hardly. */
const ofOffices = '局委办区镇村街县市省站所院厅队处科会社厂店馆校路号';

/** Whether a cell is a person's name and nothing else, as SQL. */
export const isPersonName = (cell: string): string =>
	`(regexp_full_match(${cell}, '(?:[${single}]|${double.join('|')})[一-龥]{1,2}')
		and not regexp_matches(${cell}, '[${ofOffices}]$'))`;
