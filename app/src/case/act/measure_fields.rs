//! The fields of what is sealed, seized or registered, and of what becomes of it.

use super::fields::{Asked, choices, pairs};
use super::held_things::offered;
use super::words;
use crate::case::compose::Scene;
use crate::case::page::{Choices, Field, FieldKind};
use domain::calendar::day_short;
use domain::case::{
    ActKind, Case, EvidenceOutcome, GoodsEnd, HeldGoods, LiftGround, Measure, MeasureKind, RecordEntry,
    seizable,
};
use domain::id::PartyId;
use domain::{Day, Lang};

/// Before the number of a record of samples, where measures are chosen by theirs.
pub(super) const SAMPLE: char = 's';

/// What the case offers to choose from.
#[derive(Debug, Default)]
pub struct Held {
    /// Whose things they can be.
    pub(super) owners: Choices,
    /// The rows that give the power.
    violations: Choices,
    /// The measures that the act can be about.
    measures: Choices,
    /// Their things without an end.
    pub(super) goods: Choices,
    /// Things that the form lets tick beside its act.
    pub(super) things: Choices,
}

impl Held {
    /// What an act asks for, of the case as it stands.
    pub fn of(scene: Scene<'_>, kind: ActKind, case: Option<&Case>, party: Option<PartyId>) -> Self {
        let owner = |party: &&domain::case::Party| (party.id.to_string(), party.name.to_string());
        let owners: Choices = case.map(|case| case.parties().iter().map(owner).collect()).unwrap_or_default();
        let lang = scene.lang;
        let Some(case) = case.filter(|_| kind.takes_a_measure() || kind.manages_a_measure()) else {
            let things = case.map(|case| offered(kind, case, party, lang)).unwrap_or_default();
            return Held { owners, things, ..Held::default() };
        };
        let fitting: Vec<&Measure> = case.measures.iter().filter(|one| one.fits(kind)).collect();
        let rows = if kind.takes_a_measure() { seizable(case, &scene.context) } else { Vec::new() };
        let row = |row: &&domain::catalogue::ViolationRow| {
            let article = row.seizure.as_ref().map(|one| scene.context.catalogue.cite(one, lang));
            (row.id.clone(), format!("{}（{}）", row.title.pick(lang), article.unwrap_or_default()))
        };
        Held {
            owners,
            violations: rows.iter().map(row).collect(),
            measures: fitting
                .iter()
                .map(|one| (one.number.to_string(), title(one, lang)))
                .chain(case.samples_for(kind).map(|one| sample(one, lang)))
                .collect(),
            goods: fitting.iter().flat_map(|one| left(kind, one, fitting.len() > 1, lang)).collect(),
            things: Choices::new(),
        }
    }
}

impl Held {
    /// What a case might offer.
    pub(super) fn example(row: (String, String), lang: Lang) -> Self {
        let goods = lang.pick("生猪 12 头", "pigs 12 head");
        Held {
            owners: pairs(&[("1", "何志远"), ("2", "蒋伟")]),
            violations: vec![row],
            measures: pairs(&[
                ("1", lang.pick("扣押 11月20日", "Seizure of 20 Nov")),
                ("2", lang.pick("查封 11月21日", "Sealing of 21 Nov")),
            ]),
            goods: pairs(&[("1-0", goods)]),
            things: pairs(&[("1-0", goods)]),
        }
    }
}

/// 扣押 3月9日
pub fn title(measure: &Measure, lang: Lang) -> String {
    let day: Day = measure.on;
    format!("{} {}", measure.held_as.name(lang), day_short(day, lang))
}

/// A record of samples, as a choice beside the measures: 抽样取证 3月9日：……
fn sample(record: &RecordEntry, lang: Lang) -> (String, String) {
    let (day, course) = (day_short(record.on, lang), &record.facts.course);
    let words = lang.pick(format!("抽样取证 {day}：{course}"), format!("Samples of {day}: {course}"));
    (format!("{SAMPLE}{}", record.seq), words)
}

/// The things of a measure without an end, by the measure's number and their place in its list.
fn left(kind: ActKind, measure: &Measure, several: bool, lang: Lang) -> Choices {
    // Of what was sold only the proceeds are left.
    let fits = |goods: &HeldGoods| goods.is_kept() || kind != ActKind::HandlePerishable;
    let open = measure.goods.iter().enumerate();
    let open = open.filter(|(_, goods)| goods.end.is_none() && fits(goods));
    let words = |goods: &HeldGoods| {
        let sold = goods.sold.map(|_| format!("（{}）", goods.course(lang))).unwrap_or_default();
        let words = format!("{}{sold}", goods.line.words());
        if several { format!("{}：{words}", title(measure, lang)) } else { words }
    };
    open.map(|(at, goods)| (format!("{}-{at}", measure.number), words(goods))).collect()
}

pub(super) fn hinted(hint: &str, field: Field) -> Field {
    Field { hint: hint.to_owned(), ..field }
}

impl Asked {
    /// Which measure, where several fit.
    fn which(&self) -> Vec<Field> {
        let options = self.held.measures.clone();
        let several = options.len() > 1;
        several.then(|| self.select("measure", words::which_measure, true, options)).into_iter().collect()
    }

    /// Whose things they are, where the case has several parties.
    fn owner(&self) -> Vec<Field> {
        let options = self.held.owners.clone();
        let hint = self.lang().pick("不能确定的不选", "leave open what is not known");
        let several = options.len() > 1;
        let field = several.then(|| hinted(hint, self.select("owner", words::owner, false, options)));
        field.into_iter().collect()
    }

    fn goods(&self) -> Vec<Field> {
        let lang = self.lang();
        let hint = lang.pick("每行一种：名称 数量 单位，如 生猪 12 头", "one line each: name, amount, unit");
        let keeper_hint = lang.pick("就地保存的填保管的当事人或人员", "who keeps it, also at its place");
        vec![
            hinted(hint, self.area("goods", words::goods, true)),
            self.line("place", words::kept_at, true),
            hinted(keeper_hint, self.line("keeper", words::keeper, true)),
        ]
    }

    fn taking(&self) -> Vec<Field> {
        let lang = self.lang();
        let kinds = choices(&MeasureKind::ALL, MeasureKind::word, |one| one.name(lang));
        let rows = self.held.violations.clone();
        let row_hint = lang.pick(
            "只列出法律、行政法规、地方性法规授权查封、扣押的案由",
            "only violations for which a law or regulation gives the power",
        );
        let mut list = self.owner();
        list.extend([
            self.select("measure_kind", words::measure_kind, true, kinds),
            hinted(row_hint, self.select("seizing_row", words::seizing_row, true, rows)),
        ]);
        list.extend(self.officers());
        list.extend(self.goods());
        list.push(self.check("objects_checked", words::objects_checked));
        list
    }

    fn on_site(&self) -> Vec<Field> {
        let lang = self.lang();
        let signatures = pairs(&[("signed", words::signed(lang)), ("refused", words::refused(lang))]);
        vec![
            hinted(words::time_hint(lang), self.line("taken_at", words::taken_at, true)),
            self.check("shown", words::shown),
            self.check("told", words::told),
            self.select("signature", words::signature, false, signatures),
            self.line("witness", words::witness, false),
        ]
    }

    fn disposal(&self) -> Vec<Field> {
        let lang = self.lang();
        let boxes = self.field(FieldKind::Boxes, "lines", words::goods_left(lang), true);
        let ends = choices(&GoodsEnd::BY_OFFICERS, GoodsEnd::word, |one| one.name(lang));
        let hint = lang.pick(
            "退还（含变卖款）的写明签收人；销毁的写明依据、方式和在场人员",
            "who received it or its proceeds; of a destruction the rule, how, and who was there",
        );
        vec![
            Field { options: self.held.goods.clone(), ..boxes },
            self.select("goods_end", words::goods_end, true, ends),
            hinted(hint, self.area("course", words::disposal_course, true)),
        ]
    }
}

/// The acts whose fields stand in this file.
pub(super) fn of_kind(asked: &Asked, kind: ActKind) -> Option<Vec<Field>> {
    let lang = asked.lang();
    let reasons = || vec![asked.area("reasons", words::reasons, true)];
    let own = match kind {
        ActKind::HandlePerishable => return Some(asked.perishable()),
        ActKind::RegisterEvidence => {
            let why = asked.area("reasons", words::evidence_reason, true);
            return Some([asked.owner(), asked.officers(), asked.goods(), vec![why]].concat());
        }
        ActKind::TakeMeasure => return Some([asked.taking(), reasons()].concat()),
        ActKind::TakeUrgentMeasure => return Some([asked.taking(), asked.on_site(), reasons()].concat()),
        ActKind::HandleEvidence => {
            let all = choices(&EvidenceOutcome::ALL, EvidenceOutcome::word, |one| one.name(lang));
            vec![
                asked.select("evidence_outcome", words::evidence_outcome, true, all),
                asked.area("course", words::evidence_course, true),
            ]
        }
        ActKind::ReportMeasure => {
            vec![hinted(words::time_hint(lang), asked.line("reported_at", words::reported_at, true))]
        }
        ActKind::ConfirmMeasure => {
            let answers = pairs(&[
                ("yes", lang.pick("同意采取强制措施", "approved")),
                ("no", lang.pick("不同意，立即解除", "not approved, lifted at once")),
            ]);
            [vec![asked.select("approved", words::measure_answer, true, answers)], reasons()].concat()
        }
        ActKind::ExtendMeasure => {
            let told = asked.area("party_told", words::extension_told, true);
            [reasons(), vec![told]].concat()
        }
        ActKind::CommissionTest => {
            let hint = lang.pick(
                "检验期间不计入查封、扣押期限（先行登记保存的照算），以告知当事人的期间为限",
                "counted out of a sealing's or seizure's term, not of a registration's; no longer than the party was told",
            );
            vec![
                asked.area("question", words::test_question, true),
                hinted(hint, asked.line("test_until", words::test_until, true)),
                asked.area("party_told", words::test_told, true),
            ]
        }
        ActKind::RecordTestResult => {
            vec![
                asked.area("result", words::test_result, true),
                asked.area("party_told", words::result_told, false),
            ]
        }
        ActKind::LiftMeasure => {
            let all = choices(&LiftGround::ALL, LiftGround::word, |one| one.name(lang));
            let hint = lang.pick("解除后立即退还全部剩余物品", "everything that is left goes back at once");
            vec![
                asked.select("lift_ground", words::lift_ground, true, all),
                hinted(hint, asked.area("returned", words::returned_to, true)),
            ]
        }
        ActKind::DisposeGoods => asked.disposal(),
        _ => return None,
    };
    Some([asked.which(), own].concat())
}
