//! Where a programme, a class, an enrolment and a certificate stand: the states' names without their facts.

use serde::{Deserialize, Serialize};

use super::words::words;
use crate::Lang;

words! {
    /// Where a programme stands.
    ProgrammeStage {
        Draft = "draft", "草稿", "draft";
        Submitted = "submitted", "待审批", "submitted";
        Returned = "returned", "已退回", "returned";
        Approved = "approved", "已批准", "approved";
        Running = "running", "实施中", "running";
        Closed = "closed", "已结束", "closed";
        Cancelled = "cancelled", "已取消", "cancelled";
    }
}

words! {
    /// Where a class stands.
    ClassStage {
        Planned = "planned", "筹备", "planned";
        Enrolling = "enrolling", "报名中", "enrolling";
        Open = "open", "开班", "open";
        Suspended = "suspended", "暂停", "suspended";
        Finished = "finished", "已结业", "finished";
        Archived = "archived", "已归档", "archived";
        Cancelled = "cancelled", "已取消", "cancelled";
    }
}

words! {
    /// Where an enrolment stands.
    EnrolmentStage {
        Applied = "applied", "已报名", "applied";
        Waiting = "waiting", "候补", "waiting";
        Accepted = "accepted", "已录取", "accepted";
        Studying = "studying", "在学", "studying";
        Refused = "refused", "未录取", "not accepted";
        Withdrawn = "withdrawn", "已退出报名", "withdrawn";
        DroppedOut = "dropped_out", "中途退学", "dropped out";
        Completed = "completed", "已结业", "completed";
        /// The class is over, the attendance too short.
        Failed = "failed", "出勤不足未结业", "not completed";
    }
}

impl EnrolmentStage {
    /// Whether the enrolment still goes on: at most one such for a person and a class.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(
            self,
            EnrolmentStage::Applied
                | EnrolmentStage::Waiting
                | EnrolmentStage::Accepted
                | EnrolmentStage::Studying
        )
    }

    /// Whether the person has one of the class's places.
    #[must_use]
    pub fn takes_a_place(self) -> bool {
        matches!(
            self,
            EnrolmentStage::Accepted
                | EnrolmentStage::Studying
                | EnrolmentStage::Completed
                | EnrolmentStage::Failed
        )
    }
}

words! {
    /// Where a certificate stands; the last two are final.
    CertificateStage {
        Issued = "issued", "有效", "valid";
        Replaced = "replaced", "已换发", "replaced";
        Revoked = "revoked", "已撤销", "revoked";
    }
}

/// Who stands where, for a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", content = "stage", rename_all = "snake_case")]
pub enum Standing {
    Programme(ProgrammeStage),
    Class(ClassStage),
    Enrolment(EnrolmentStage),
    Certificate(CertificateStage),
}

impl Standing {
    /// 培训班现为“报名中”
    #[must_use]
    pub fn title(self, lang: Lang) -> String {
        let (noun, stage) = match self {
            Standing::Programme(stage) => (lang.pick("培训项目", "the programme"), stage.title(lang)),
            Standing::Class(stage) => (lang.pick("培训班", "the class"), stage.title(lang)),
            Standing::Enrolment(stage) => (lang.pick("该学员的报名", "the enrolment"), stage.title(lang)),
            Standing::Certificate(stage) => (lang.pick("证书", "the certificate"), stage.title(lang)),
        };
        lang.pick(format!("{noun}现为“{stage}”"), format!("{noun} stands at “{stage}”"))
    }
}
