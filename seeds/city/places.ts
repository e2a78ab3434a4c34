/** The districts of 安澜 with their share of requests and their streets, busiest first. All made up. */
export const districts = [
	{
		name: '听澜区',
		share: 27,
		streets: ['潮鸣街道', '听雨街道', '石帆街道', '鹭汀街道', '青禾街道', '灯市街道', '柳浪桥街道']
	},
	{ name: '云岫区', share: 20, streets: ['云门街道', '松溪口街道', '半山亭街道', '白鹿坪街道', '书院街道', '竹里镇'] },
	{ name: '景曜区', share: 15, streets: ['景明街道', '曜华街道', '朝霞里街道', '星河湾街道', '暖阳镇'] },
	{ name: '拾光新区', share: 12, streets: ['拾光街道', '创想街道', '未来里街道', '新禾街道'] },
	{ name: '松吟区', share: 10, streets: ['松涛街道', '吟风街道', '鹤栖街道', '古渡镇', '桐花镇'] },
	{ name: '望舒区', share: 7, streets: ['望舒街道', '月塘街道', '桂子街道', '银杏坞镇'] },
	{ name: '清濯县', share: 5.5, streets: ['清濯镇', '濯缨镇', '芦花镇', '稻香镇', '柿子沟乡'] },
	{ name: '碧浔县', share: 3.5, streets: ['碧浔镇', '浔阳湾镇', '渔火镇', '莲塘乡'] }
] as const;

export type District = (typeof districts)[number];

/** Streets that take orders themselves, not through their district. */
export const streetsWithADesk = [
	...['潮鸣街道', '听雨街道', '石帆街道', '鹭汀街道', '青禾街道', '云门街道', '松溪口街道'],
	...['景明街道', '拾光街道', '松涛街道', '望舒街道', '银杏坞镇']
];
