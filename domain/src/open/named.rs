//! The persons whom the acts of a case name beside its parties: who signed, who saw it, who keeps the things.

use super::name::{has_a_family_name, is_of_parts, of_a_short_family_name, reads_like_a_person};
use crate::case::{
    Act, HandedOver, HandlePerishable, Method, Particulars, PerishableOutcome, Service, Signature,
};

/// What stands beside a name and tells who that is.
#[rustfmt::skip]
const BESIDE: [&str; 128] = [
    "村委会", "居委会", "委员会", "派出所", "街道办", "法定代表人", "工作人员", "管理员", "安全员",
    "负责人", "代理人", "见证人", "保管人", "经营者", "当事人", "街道", "社区", "代表", "主任", "书记",
    "干部", "民警", "董事长", "总经理", "经理", "老板娘", "老板", "摊主", "业主", "户主", "法人",
    "店长", "店主", "店员", "厂长", "站长", "科长", "局长", "校长", "所长", "队长", "组长", "村长",
    "园长", "员工", "职工", "会计", "门卫", "保安", "司机", "医生", "教师", "老师", "律师", "股东",
    "房东", "网格员", "收银员", "营业员", "业务员", "采购员", "保管员", "仓管员", "邻居", "村民",
    "居民", "亲戚", "朋友", "同事", "妻子", "丈夫", "爱人", "儿子", "女儿", "父亲", "母亲", "岳父",
    "岳母", "公公", "婆婆", "爷爷", "奶奶", "女婿", "儿媳", "孙子", "孙女", "侄子", "侄女", "外甥",
    "兄弟", "姐妹", "哥哥", "弟弟", "姐姐", "妹妹", "嫂子", "叔叔", "伯父", "舅舅", "姑姑", "之妻",
    "之夫", "之子", "之女", "之父", "之母", "配偶", "家属", "先生", "女士", "曾用名", "别名", "又名",
    "本人", "同住", "成年", "代签", "代收", "签收", "在场", "拍照", "录像", "录音", "摄像", "照片",
    "视频", "单位", "公司",
];

/// What ends the name of a place or an office, and hardly a person's.
const PLACES: [char; 16] =
    ['村', '镇', '街', '组', '县', '局', '所', '站', '队', '处', '室', '院', '店', '厂', '库', '司'];

/// The persons that an act names beside the parties.
pub(super) fn named(act: &Act) -> Vec<String> {
    match act {
        Act::Serve(facts) => of_service(&facts.service),
        Act::ServeNotice(facts) => of_service(&facts.service),
        Act::ServeHearingNotice(facts) => of_service(&facts.service),
        Act::ChangeDecision(facts) => of_service(&facts.service),
        Act::Demand(facts) => of_service(&facts.service),
        Act::PenaliseOnTheSpot(facts) => match &facts.handed_over {
            HandedOver::Signed { signed_by, .. } => signer(signed_by.as_str()),
            HandedOver::Refused { witness } => persons_in(witness.as_str()),
        },
        Act::Record(facts) => of_signature(&facts.signature),
        Act::RegisterEvidence(facts) => persons_in(facts.keeper.as_str()),
        Act::TakeMeasure(facts) => persons_in(facts.keeper.as_str()),
        Act::TakeUrgentMeasure(facts) => {
            [persons_in(facts.taken.keeper.as_str()), of_signature(&facts.signature)].concat()
        }
        Act::Deliberate(facts) => {
            let voices = facts.voices.iter().map(|voice| voice.name.to_string());
            voices.filter(|name| reads_like_a_person(name)).collect()
        }
        Act::CompleteParty(facts) => [&facts.before, &facts.after].into_iter().flat_map(in_charge).collect(),
        Act::RegisterClue(facts) => {
            let measures = facts.transferred.iter().flat_map(|transferred| &transferred.measures);
            measures.flat_map(|measure| persons_in(measure.keeper.as_str())).collect()
        }
        Act::HandlePerishable(facts) => of_perishable(facts),
        _ => Vec::new(),
    }
}

fn in_charge(facts: &Particulars) -> Vec<String> {
    let name = facts.representative.as_ref().map(|name| called(name.as_str())).unwrap_or_default();
    name.into_iter().filter(|name| reads_like_a_person(name)).collect()
}

fn of_perishable(facts: &HandlePerishable) -> Vec<String> {
    let notes = match &facts.outcome {
        PerishableOutcome::Sold { consent, sale, .. } => [consent, sale],
        PerishableOutcome::Destroyed { rule, course } => [rule, course],
    };
    let present = notes.into_iter().flat_map(|note| present_in(note.as_str()));
    persons_in(facts.valued_by.as_str()).into_iter().chain(present).collect()
}

fn of_signature(signature: &Signature) -> Vec<String> {
    match signature {
        Signature::Refused { witness } => persons_in(witness.as_str()),
        Signature::Signed => Vec::new(),
    }
}

fn of_service(service: &Service) -> Vec<String> {
    match &service.method {
        Method::Direct { signed_by, .. }
        | Method::Entrusted { signed_by, .. }
        | Method::Forwarded { signed_by, .. } => signer(signed_by.as_str()),
        Method::Left { witness } => persons_in(witness.as_str()),
        _ => Vec::new(),
    }
}

/// A person by whose name somebody is called in the case, as it was typed: 何秀英（经营者） is 何秀英, and so is whoever
/// else is named there. A name that says nothing else stays as it is.
pub(super) fn called(text: &str) -> Vec<String> {
    let is_bare = !text.contains(is_sign) && !BESIDE.iter().any(|word| text.contains(word));
    let names = if is_bare { Vec::new() } else { signer(text) };
    if names.is_empty() { vec![text.to_owned()] } else { names }
}

/// Who signed, before what is said of him: 何秀英（妻子）.
fn signer(text: &str) -> Vec<String> {
    let first = text.split(is_sign).next().unwrap_or_default();
    let mut names = persons_in(text);
    // Of a family name that is not known, the whole is the name.
    if reads_like_a_person(first) && !BESIDE.contains(&first) && persons_in(first).is_empty() {
        names.insert(0, first.to_owned());
    }
    names
}

/// Who was there, as a text tells of it: 运至填埋场深埋，何秀英、李建国在场. The rest of it is no list of names.
fn present_in(text: &str) -> Vec<String> {
    let before = |(at, _): (usize, &str)| {
        let all = &text[..at];
        all.rsplit(|c: char| is_sign(c) && c != '、').next().unwrap_or(all)
    };
    let there = ["在场", "见证"].into_iter().flat_map(|word| text.match_indices(word)).map(before);
    there.flat_map(|list| list.split(['和', '与', '及'])).flat_map(persons_in).collect()
}

/// The names in what says more than names: 四马桥村委会李建国，盘 大贵（村民）. Where a text says no name, 就地保存, it
/// may not be hidden: words of the law would go with it. So a name begins like one here.
fn persons_in(text: &str) -> Vec<String> {
    let mut pieces = vec![text];
    for word in BESIDE {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(word)).collect();
    }
    let pieces = pieces.into_iter().flat_map(|piece| piece.split(is_sign));
    pieces.flat_map(|piece| names_of(piece.trim())).collect()
}

/// A name as it stands, with spaces between its letters; one of several between spaces, or before a title that is not
/// known; where four letters stand behind a family name of one, also the two or three that may be the name.
fn names_of(piece: &str) -> Vec<String> {
    let is_name = |text: &&str| {
        let is_place = text.ends_with(PLACES);
        reads_like_a_person(text) && !is_place && (has_a_family_name(text) || is_of_parts(text))
    };
    let piece = piece.trim_end_matches(['的', '副']).trim_end();
    let tokens = piece.split_whitespace().filter(|token| *token != piece);
    let whole: Vec<&str> = std::iter::once(piece).chain(tokens).filter(is_name).collect();
    let mut names: Vec<String> = whole.iter().map(|name| (*name).to_owned()).collect();
    for name in whole {
        let letters: Vec<char> = name.chars().collect();
        if letters.len() == 4 && of_a_short_family_name(name) {
            names.extend([3, 2].map(|count| letters[..count].iter().collect()));
        }
    }
    names
}

/// What ends a name: any sign but those that stand between its parts.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !super::name::is_dot(&c)
}
