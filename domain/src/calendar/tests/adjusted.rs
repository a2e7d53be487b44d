//! Extensions and days counted out.

use rstest::rstest;

use super::clocks::rules;
use super::*;

fn pause(kind: PauseKind, from: &str, to: &str) -> Pause {
    Pause { kind, from: day(from), to: day(to), paper: None }
}

fn rule(clock: Clock) -> ClockRule {
    rules().rule(clock, None, day("2026-01-05")).unwrap().clone()
}

fn counted(clock: Clock, on: &str, pauses: &[Pause]) -> Deadline {
    let adjustments = Adjustments { extension: None, pauses: pauses.to_vec() };
    rule(clock).deadline(&calendar(), day(on), &adjustments).unwrap()
}

#[test]
fn the_days_with_the_police_are_counted_out_of_the_ninety() {
    // To the police on 3 August, back on the 10th: seven days. 10 October is a make-up Saturday.
    let police = pause(PauseKind::Police, "2026-08-03", "2026-08-10");
    let with = counted(Clock::Decide, "2026-07-06", &[police]);
    assert_eq!((with.last_day, with.acting_day), (day("2026-10-11"), day("2026-10-10")));
    assert_eq!(
        with.sentence(Lang::Zh),
        "7月6日立案，次日起算，8月4至10日案件在公安机关期间不计，90 日，末日10月11日遇周末，最迟10月10日办理，10月11日届满"
    );
    assert_eq!(with.trace.lines(Lang::Zh)[1], "8月4日 周二至8月10日 周一：案件在公安机关期间，不计，共 7 日");
}

#[test]
fn overlapping_pauses_count_once_in_any_order() {
    let testing = |from, to| pause(PauseKind::Testing, from, to);
    let ends = |pauses: &[Pause]| counted(Clock::Measure, "2026-03-02", pauses).last_day.to_string();
    assert_eq!(ends(&[]), "2026-04-01");
    assert_eq!(ends(&[testing("2026-03-10", "2026-03-15")]), "2026-04-06");
    let two = [testing("2026-03-12", "2026-03-17"), testing("2026-03-10", "2026-03-15")];
    assert_eq!(ends(&two), "2026-04-08");
    let inside = [testing("2026-03-10", "2026-03-20"), testing("2026-03-12", "2026-03-14")];
    assert_eq!(ends(&inside), "2026-04-11");
    let lines = counted(Clock::Measure, "2026-03-02", &two).trace.lines(Lang::En);
    assert_eq!(lines[1], "Wed 11 Mar – Sun 15 Mar: testing, 5 days not counted");
    assert_eq!(lines[2], "Mon 16 Mar – Tue 17 Mar: testing, 2 days not counted");
    let lines = counted(Clock::Measure, "2026-03-02", &inside).trace.lines(Lang::Zh);
    assert!(lines[2].contains("没有另外可以扣除的日数"), "{lines:?}");
}

#[test]
fn a_pause_outside_the_term_moves_nothing() {
    let testing = |from, to| [pause(PauseKind::Testing, from, to)];
    let ends = |pauses: &[Pause]| counted(Clock::Measure, "2026-03-02", pauses).last_day.to_string();
    assert_eq!(ends(&testing("2026-02-01", "2026-03-02")), "2026-04-01");
    assert_eq!(ends(&testing("2026-04-01", "2026-04-20")), "2026-04-01", "the term was over");
    assert_eq!(ends(&testing("2026-02-25", "2026-03-04")), "2026-04-03", "from the second day on");
    assert_eq!(ends(&testing("2026-03-31", "2026-04-20")), "2026-04-21", "one day was left");
    assert_eq!(ends(&testing("2026-03-10", "2026-03-10")), "2026-04-01");
}

#[test]
fn an_extension_and_a_pause_are_told_with_approver_reason_and_paper() {
    let measure = rule(Clock::Measure);
    let extension = measure.full_extension(Remark::parse("案情复杂").ok());
    let mut testing = pause(PauseKind::Testing, "2026-09-10", "2026-09-15");
    testing.paper = Remark::parse("检验委托书").ok();
    let adjustments = Adjustments { extension, pauses: vec![testing] };
    let with = measure.deadline(&calendar(), day("2026-09-07"), &adjustments).unwrap();
    assert_eq!(with.last_day, day("2026-11-11"));
    assert_eq!(
        with.sentence(Lang::Zh),
        "9月7日采取强制措施，次日起算，11至15日检验鉴定期间（检验委托书）不计，30 日，\
         经本机关负责人批准延长 30 日（案情复杂），11月11日届满"
    );
    assert_eq!(
        with.trace.lines(Lang::En)[1..3],
        [
            "extended by the head by 30 days (案情复杂)".to_owned(),
            "Fri 11 Sep – Tue 15 Sep: testing (检验委托书), 5 days not counted".to_owned(),
        ]
    );
    assert_eq!(with.trace.length(), 60);
    assert!(with.trace.is_paused(day("2026-09-11")) && !with.trace.is_paused(day("2026-09-10")));
    let written = serde_json::to_string(&with).unwrap();
    assert_eq!(serde_json::from_str::<Deadline>(&written).unwrap(), with);
}

#[test]
fn working_days_are_counted_on_after_the_pause() {
    let hearing = pause(PauseKind::Hearing, "2026-03-06", "2026-03-13");
    // Twenty working days from Monday 2 March, the week after the 6th left out.
    assert_eq!(counted(Clock::LicenceDecide, "2026-03-02", &[]).last_day, day("2026-03-30"));
    let with = counted(Clock::LicenceDecide, "2026-03-02", &[hearing]);
    assert_eq!(with.last_day, day("2026-04-07"));
    assert!(!with.sentence(Lang::Zh).contains("7、8日周末"), "paused days are no weekend too");
}

#[rstest]
#[case(Clock::Decide, PauseKind::Testing, "no_pause")]
#[case(Clock::Decide, PauseKind::Hearing, "no_pause")]
#[case(Clock::Measure, PauseKind::Police, "no_pause")]
#[case(Clock::Serve, PauseKind::Police, "no_pause")]
fn what_no_article_counts_out_is_refused(#[case] clock: Clock, #[case] kind: PauseKind, #[case] code: &str) {
    let pauses = vec![pause(kind, "2026-03-03", "2026-03-05")];
    let adjustments = Adjustments { extension: None, pauses };
    let refused = rule(clock).deadline(&calendar(), day("2026-03-02"), &adjustments).unwrap_err();
    assert_eq!(refused.code(), code);
    assert!(refused.message(Lang::En).is_ascii() && refused.message(Lang::Zh).ends_with('。'));
}

#[test]
fn an_extension_is_given_only_by_the_row_its_approver_and_its_length() {
    let asked = |clock: Clock, length: u16, by: Approver| {
        let extension = Some(Extension { length, by, reason: None });
        rule(clock).allows(&Adjustments { extension, pauses: Vec::new() }).map_err(TermError::code)
    };
    assert_eq!(asked(Clock::Measure, 30, Approver::Head), Ok(()));
    assert_eq!(asked(Clock::Measure, 10, Approver::Head), Ok(()));
    assert_eq!(asked(Clock::Measure, 31, Approver::Head), Err("extension_length"));
    assert_eq!(asked(Clock::Measure, 0, Approver::Head), Err("extension_length"));
    assert_eq!(asked(Clock::Measure, 30, Approver::GovernmentHead), Err("no_extension"));
    for clock in [Clock::Decide, Clock::Pay, Clock::RegisteredEvidence] {
        assert_eq!(asked(clock, 1, Approver::Head), Err("no_extension"), "{clock:?}");
    }
}

#[rstest]
#[case(Term::fixed(30, Unit::Calendar), "2026-03-05", "2026-03-04", "pause_order")]
#[case(Term::fixed(7, Unit::WorkingBack), "2026-03-04", "2026-03-05", "not_adjustable")]
#[case(Term::fixed(24, Unit::Hour), "2026-03-04", "2026-03-05", "time_needed")]
#[case(Term::fixed(30, Unit::Calendar), "2026-03-04", "9998-12-31", "too_far")]
fn what_cannot_be_counted_is_refused(
    #[case] term: Term,
    #[case] from: &str,
    #[case] to: &str,
    #[case] code: &str,
) {
    let adjustments = Adjustments { extension: None, pauses: vec![pause(PauseKind::Testing, from, to)] };
    let refused = calendar().deadline_with(day("2026-03-02"), None, term, &adjustments).unwrap_err();
    assert_eq!(refused.code(), code);
    assert!(!refused.message(Lang::Zh).is_empty() && !refused.message(Lang::En).is_empty());
}

#[test]
fn pauses_and_extensions_are_bounded() {
    let many = vec![pause(PauseKind::Testing, "2026-03-04", "2026-03-05"); PAUSES_MAX + 1];
    let with = |extension, pauses| {
        let adjustments = Adjustments { extension, pauses };
        let term = Term::fixed(30, Unit::Calendar);
        calendar().deadline_with(day("2026-03-02"), None, term, &adjustments).map_err(TermError::code)
    };
    assert_eq!(with(None, many), Err("too_many_pauses"));
    let extension = Some(Extension { length: u16::MAX, by: Approver::Head, reason: None });
    assert_eq!(with(extension, Vec::new()), Err("term_length"));
    for at in [NaiveDate::MIN, NaiveDate::MAX] {
        let hostile = Pause { kind: PauseKind::Testing, from: NaiveDate::MIN, to: at, paper: None };
        let _ = with(None, vec![hostile]);
    }
}

fn pauses() -> impl Strategy<Value = Vec<Pause>> {
    let one = (0u64..80, 0u64..20).prop_map(|(from, long)| {
        let from = day("2026-03-01") + Days::new(from);
        Pause { kind: PauseKind::Testing, from, to: from + Days::new(long), paper: None }
    });
    proptest::collection::vec(one, 0..6)
}

proptest! {
    #[test]
    fn pauses_never_shorten_and_each_paused_day_counts_once(term in forward(), pauses in pauses()) {
        let (calendar, start) = (calendar(), day("2026-03-02"));
        let end = |pauses: &[Pause]| {
            let adjustments = Adjustments { extension: None, pauses: pauses.to_vec() };
            calendar.deadline_with(start, None, Term { rolls: false, ..term }, &adjustments).unwrap()
        };
        let (plain, with) = (end(&[]), end(&pauses));
        prop_assert!(plain.last_day <= with.last_day);
        // Counted the plain way: every day after the start that lies in no pause.
        let paused = |day: Day| pauses.iter().any(|one| one.from < day && day <= one.to);
        let counts = |day: &Day| !paused(*day) && (term.unit != Unit::Working || calendar.is_working(*day));
        let length = match term.unit {
            Unit::Month => plain.last_day.signed_duration_since(start).num_days(),
            _ => term.length.into(),
        };
        let nth = usize::try_from(length).unwrap();
        let walked = start.iter_days().skip(1).filter(counts).nth(nth - 1).unwrap();
        prop_assert_eq!(with.last_day, walked);
        let mut turned = pauses.clone();
        turned.reverse();
        prop_assert_eq!(end(&turned).trace, with.trace);
    }

    #[test]
    fn an_extension_is_as_a_longer_term(from in days(), length in 1u16..60, more in 1u16..60, rolls: bool) {
        let term = Term { length, unit: Unit::Working, rolls };
        let extension = Some(Extension { length: more, by: Approver::Head, reason: None });
        let adjustments = Adjustments { extension, pauses: Vec::new() };
        let extended = calendar().deadline_with(from, None, term, &adjustments).unwrap();
        let longer = calendar().deadline(from, None, Term { length: length + more, ..term }).unwrap();
        prop_assert_eq!(extended.last_day, longer.last_day);
        let rolled = calendar().deadline(from, None, Term { rolls: true, unit: Unit::Calendar, ..term }).unwrap();
        let stays = calendar().deadline(from, None, Term::fixed(length, Unit::Calendar)).unwrap();
        prop_assert!(rolled.last_day >= stays.last_day && stays.acting_day <= stays.last_day);
    }
}
