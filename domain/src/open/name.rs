//! Names of natural persons as the public sees them.
//!
//! 行政处罚法 art. 48 and 50, 民法典 art. 1034. How a name is hidden follows what the courts do with theirs (最高人民法院关于
//! 人民法院在互联网公布裁判文书的规定): the family name stays, of a name with `·` or in Latin letters the first letter alone, 某
//! stands for the rest; different persons who would look alike are told apart (张某甲, 张某乙).

use crate::value::narrow;

/// Family names of two characters; a name of two characters has one of one.
const COMPOUND: [&str; 62] = [
    "欧阳", "太史", "端木", "上官", "司马", "东方", "独孤", "南宫", "万俟", "闻人", "夏侯", "诸葛", "尉迟",
    "公羊", "赫连", "澹台", "皇甫", "宗政", "濮阳", "公冶", "太叔", "申屠", "公孙", "慕容", "仲孙", "钟离",
    "长孙", "宇文", "司徒", "鲜于", "司空", "闾丘", "子车", "亓官", "司寇", "巫马", "公西", "颛孙", "壤驷",
    "公良", "漆雕", "乐正", "宰父", "谷梁", "拓跋", "夹谷", "轩辕", "令狐", "段干", "百里", "呼延", "东郭",
    "南门", "羊舌", "微生", "左丘", "东门", "西门", "南荣", "第五", "梁丘", "歐陽",
];

/// Family names of one character, those of the region among them; few that are words of the law as well.
const FAMILIES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏\
    吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤\
    欧盘义邝奉邬骆阳伍翟颜倪温芦季俞章鲁葛申尤毕聂焦柳邢岳梅庄辛管祝左涂舒耿牟詹关苗凌费纪靳盛童甄项游裴席卫屈鲍霍翁\
    甘景单包柏宁柯阮桂闵解柴华冉辜吉饶刁瞿戚丘古滕晋邸臧畅宫苟褚廉简娄盖符奚木穆燕郎冀谈姬屠连晏栾郁蒙喻\
    揭窦迟宇敖糜鄢卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼楚佟栗匡宗台巫鞠桑荆谌扬沙岑习胥蔺常易文洪安樊兰殷施路齐乔赖庞";

/// Stands between the parts of a name; whoever types leaves it out or takes another.
const DOTS: [char; 8] = ['·', '•', '・', '‧', '∙', '．', '.', '⋅'];

/// They tell apart what would look alike; digits could run into a number beside them.
const STEMS: [char; 10] = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'];

/// A name as the public sees it: 张某, 欧阳某, 阿某, J某.
#[must_use]
pub fn masked_name(name: &str) -> String {
    let chars: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
    let Some(first) = chars.first() else { return "某".to_owned() };
    if first.is_ascii_alphabetic() {
        return format!("{}某", first.to_ascii_uppercase());
    }
    let family: String = chars.iter().take(2).collect();
    if chars.len() > 2 && COMPOUND.contains(&family.as_str()) && !chars.iter().any(is_dot) {
        return format!("{family}某");
    }
    format!("{first}某")
}

/// Whether a text that stands for somebody reads like a person's name, not like that of an office.
#[must_use]
pub fn reads_like_a_person(text: &str) -> bool {
    let letters = letters(text);
    let is_latin = letters.iter().all(char::is_ascii_alphabetic);
    letters.len() >= 2 && (is_latin || is_of_parts(text) || letters.len() <= 4)
}

/// Whether a text begins with a family name, as a person's name does.
pub(super) fn has_a_family_name(text: &str) -> bool {
    let is_compound = COMPOUND.iter().any(|family| text.starts_with(family));
    is_compound || text.starts_with(|c| FAMILIES.contains(c))
}

/// Whether a text is written as a name behind a family name of one character.
pub(super) fn of_a_short_family_name(text: &str) -> bool {
    let is_compound = COMPOUND.iter().any(|family| text.starts_with(family));
    has_a_family_name(text) && !is_compound && text.chars().all(char::is_alphanumeric)
}

/// Whether a text is a name of parts: 阿卜杜拉·买买提.
pub(super) fn is_of_parts(text: &str) -> bool {
    text.chars().any(|c| is_dot(&c))
}

/// What stands around a person's name where a shop has none of its own, the longest first.
const AROUND: [&str; 8] =
    ["无字号名称", "个体工商户", "无字号", "个体户", "经营者", "负责人", "业主", "姓名"];

/// What a shop's name ends with, and hardly a person's.
const SHOPS: [char; 13] = ['店', '厂', '部', '铺', '馆', '站', '场', '吧', '档', '摊', '市', '坊', '屋'];

/// What a shop's or an office's name ends with, and now and then a person's: 王知行, 张建社.
const HOUSES: [char; 7] = ['行', '社', '楼', '会', '村', '庄', '园'];

/// The person by whose name alone a unit is called, without what stands around it: a shop without a name of its own
/// (无字号的个体工商户) is its operator. `representative`: who leads it, as far as known.
#[must_use]
pub fn person_called<'a>(unit: &'a str, representative: Option<&str>) -> Option<&'a str> {
    let mut name = unit;
    loop {
        let signs = |c: char| !c.is_alphanumeric() && !is_dot(&c);
        let bare = name.trim_matches(signs);
        let bare = AROUND.iter().fold(bare, |bare, word| bare.strip_prefix(word).unwrap_or(bare));
        let bare = AROUND.iter().fold(bare, |bare, word| bare.strip_suffix(word).unwrap_or(bare));
        if bare == name {
            break;
        }
        name = bare;
    }
    let is_representative = representative.is_some_and(|one| letters(one) == letters(name));
    let is_known = representative.is_some();
    (is_representative || reads_like_a_person(name) && !is_of_a_shop(name, is_known)).then_some(name)
}

/// Whether a short name is that of a shop or an office rather than of a person. `is_led`: it is known who leads it, and
/// that is somebody else, so that only what begins like a person's name is one.
fn is_of_a_shop(name: &str, is_led: bool) -> bool {
    let letters = letters(name);
    let is_latin = letters.iter().all(char::is_ascii_alphabetic);
    let begins_like_a_person = is_latin || is_of_parts(name) || has_a_family_name(name);
    let may_be_a_house = !begins_like_a_person || letters.len() == 4 && of_a_short_family_name(name);
    name.ends_with(SHOPS)
        || name.ends_with(HOUSES) && may_be_a_house
        || !begins_like_a_person && (is_led || letters.len() > 3)
}

/// The persons of a case, each with the name that the public sees.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Persons(Vec<(Vec<char>, String)>);

impl Persons {
    /// The persons in the order in which they came into the case; a name that comes twice is one person.
    #[must_use]
    pub fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let mut known: Vec<(Vec<char>, String)> = Vec::new();
        for name in names {
            let letters = letters(name);
            // One letter alone would be found in every word; what is hidden already names nobody.
            let is_whole = letters.len() >= 2 && !letters.iter().any(|c| matches!(c, '某' | '×'));
            if is_whole && !known.iter().any(|(one, _)| *one == letters) {
                known.push((letters, masked_name(name)));
            }
        }
        let masks: Vec<String> = known.iter().map(|(_, mask)| mask.clone()).collect();
        for (at, (_, mask)) in known.iter_mut().enumerate() {
            if masks.iter().filter(|other| *other == mask).count() > 1 {
                let before = masks.iter().take(at).filter(|other| *other == mask).count();
                mask.push_str(&stems(before));
            }
        }
        // The longest first: 张三丰 is not 张三.
        known.sort_by_key(|(letters, _)| std::cmp::Reverse(letters.len()));
        Persons(known)
    }

    /// The name that the public sees of a person.
    #[must_use]
    pub fn masked(&self, name: &str) -> String {
        let wanted = letters(name);
        let known = self.0.iter().find(|(letters, _)| *letters == wanted);
        known.map_or_else(|| masked_name(name), |(_, mask)| mask.clone())
    }

    /// The person whose name begins at a place of a text, as written or with spaces and dots between the letters: where
    /// it ends, and what stands there instead.
    pub(super) fn at(&self, text: &[char], from: usize) -> Option<(usize, &str)> {
        self.0.iter().find_map(|(letters, mask)| Some((ends(letters, text, from)?, mask.as_str())))
    }
}

/// 甲, 乙, … 癸, 甲甲, … by the place in a row, from 0.
fn stems(at: usize) -> String {
    let (more, last) = (at / STEMS.len(), STEMS[at % STEMS.len()]);
    let before = more.checked_sub(1).map(stems).unwrap_or_default();
    format!("{before}{last}")
}

/// Where a name ends that begins at a place of a text.
fn ends(letters: &[char], text: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    for (index, letter) in letters.iter().enumerate() {
        while index > 0 && text.get(at).is_some_and(is_between) {
            at += 1;
        }
        if text.get(at).map(letter_of) != Some(*letter) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The letters of a name without what stands between them.
fn letters(name: &str) -> Vec<char> {
    name.chars().filter(|c| !is_between(c)).map(|c| letter_of(&c)).collect()
}

/// A letter as names are compared: half-width and small.
fn letter_of(c: &char) -> char {
    narrow(*c).to_ascii_lowercase()
}

fn is_between(c: &char) -> bool {
    c.is_whitespace() || is_dot(c) || *c == '-'
}

pub(super) fn is_dot(c: &char) -> bool {
    DOTS.contains(c)
}
