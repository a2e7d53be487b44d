// A workbook of cases that are open on paper, as a bureau keeps it that begins in the middle of a year.
import { daysAgo } from "./case";
import { workbookOf } from "./workbook";

const TITLES = [
  "序号", "当事人名称", "当事人类型", "违法行为（案由）", "违法行为发生日", "违法行为地点", "案件来源", "线索收到日", "涉嫌违法事实",
  "案件编号", "立案日", "主办人", "协办人", "审批负责人", "首次笔录日", "笔录种类", "笔录起止时间", "已出示证件并告知权利",
  "调查终结日", "查明的事实", "拟罚款", "其他处罚种类", "违法所得", "改正期限或改正日", "告知书送达日", "告知书送达方式", "已告知听证权利",
  "正在采取的措施", "措施采取日",
];

/** Who works in the bureau, by name. */
export interface People {
  lead: string;
  second: string;
  head: string;
}

/** The day on which every third case was filed. */
export const FILED = () => daysAgo(40);

/** So many cases: clues, filed cases, and cases whose notice was served; without people all are clues. */
export function openCases(count: number, people?: People): Buffer {
  const rows = Array.from({ length: count }, (_, nth) => {
    const number = String(nth + 1);
    const clue = [
      number, `纸质${number}号屠宰场`, "法人或者其他组织", "slaughter-v04@2021", daysAgo(70), "道县梅花镇", "监督检查", daysAgo(50),
      "未按规定登记进厂生猪", people ? String(200 + nth) : "",
    ];
    if (!people || nth % 3 === 0) return clue;
    const filed = [...clue, FILED(), people.lead, people.second, people.head, daysAgo(35), "现场检查", nth % 5 === 0 ? "" : "9:30-10:20", "是"];
    // The second case's things are registered, since three days.
    if (nth === 1) return [...filed, ...Array<string>(TITLES.length - filed.length - 2).fill(""), "先行登记保存", daysAgo(3)];
    if (nth % 3 === 1) return filed;
    return [...filed, daysAgo(20), "进厂台账缺三个月", "6000", "警告", "0", daysAgo(25), daysAgo(10), "直接送达（法定代表人（负责人））", "否"];
  });
  return workbookOf([TITLES, ...rows]);
}
