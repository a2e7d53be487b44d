//! The persons whom the acts of a case name beside its parties: who signed, who saw it, who keeps the things.

use super::name::{has_a_family_name, is_of_parts, reads_like_a_person};
use crate::case::{Act, HandedOver, Method, Service, Signature};

/// What stands beside a name and tells who that is.
const BESIDE: [&str; 53] = [
    "村委会",
    "居委会",
    "委员会",
    "派出所",
    "街道办",
    "法定代表人",
    "工作人员",
    "管理员",
    "安全员",
    "负责人",
    "代理人",
    "见证人",
    "保管人",
    "经营者",
    "当事人",
    "街道",
    "社区",
    "代表",
    "主任",
    "书记",
    "干部",
    "民警",
    "经理",
    "老板",
    "店长",
    "店员",
    "员工",
    "职工",
    "会计",
    "门卫",
    "保安",
    "邻居",
    "村民",
    "居民",
    "妻子",
    "丈夫",
    "儿子",
    "女儿",
    "父亲",
    "母亲",
    "配偶",
    "家属",
    "本人",
    "同住",
    "成年",
    "拍照",
    "录像",
    "录音",
    "摄像",
    "照片",
    "视频",
    "单位",
    "公司",
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
        Act::CompleteParty(facts) => {
            let known = [&facts.before.representative, &facts.after.representative];
            let names = known.into_iter().flatten().map(ToString::to_string);
            names.filter(|name| reads_like_a_person(name)).collect()
        }
        _ => Vec::new(),
    }
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

/// Who signed, before what is said of him: 何秀英（妻子）.
fn signer(text: &str) -> Vec<String> {
    let first = text.split(is_sign).next().unwrap_or_default();
    let mut names = persons_in(text);
    if reads_like_a_person(first) && !names.iter().any(|name| name == first) {
        names.insert(0, first.to_owned());
    }
    names
}

/// The names in what says more than names: 四马桥村委会李建国，盘 大贵（村民）. Where a text says no name, 就地保存, it
/// may not be hidden: words of the law would go with it. So a name begins like one here.
fn persons_in(text: &str) -> Vec<String> {
    let mut pieces = vec![text];
    for word in BESIDE {
        pieces = pieces.into_iter().flat_map(|piece| piece.split(word)).collect();
    }
    let pieces = pieces.into_iter().flat_map(|piece| piece.split(is_sign));
    pieces.flat_map(|piece| names_of(piece.trim())).map(str::to_owned).collect()
}

/// A name as it stands, with spaces between its letters, or one of several between spaces.
fn names_of(piece: &str) -> Vec<&str> {
    let is_name = |text: &&str| {
        let is_place = text.ends_with(PLACES);
        reads_like_a_person(text) && !is_place && (has_a_family_name(text) || is_of_parts(text))
    };
    if is_name(&piece) {
        return vec![piece];
    }
    piece.split_whitespace().filter(is_name).collect()
}

/// What ends a name: any sign but those that stand between its parts.
fn is_sign(c: char) -> bool {
    !c.is_alphanumeric() && !c.is_whitespace() && !super::name::is_dot(&c)
}
