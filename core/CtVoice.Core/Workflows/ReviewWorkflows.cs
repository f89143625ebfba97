using CtVoice.Core.Accountability;
using CtVoice.Core.Engine;
using CtVoice.Core.Reviews;
using CtVoice.Core.Workflows.Activities;

namespace CtVoice.Core.Workflows;

/// <summary>The names, ids and inputs of the product's workflows and activities, listed once for both hosts.</summary>
public static class ReviewWorkflows
{
    /// <summary>Version of the code of the workflows of members and of addressees that instances started now run by.</summary>
    public const string Version = "1";

    public const string Review = "ReviewWorkflow";
    public const string Invitation = "InvitationWorkflow";
    public const string Accountability = "AccountabilityWorkflow";

    public static readonly ActivityName<ReviewMoment, ReviewSchedule> ReadReview = new(nameof(ReadReview));
    public static readonly ActivityName<ReviewMoment, bool> AssessProject = new(nameof(AssessProject));
    public static readonly ActivityName<ReviewMoment, bool> RequireReview = new(nameof(RequireReview));
    public static readonly ActivityName<ReviewMoment, bool> ChoosePanel = new(nameof(ChoosePanel));
    public static readonly ActivityName<TextsNotice, bool> NoteTextsLate = new(nameof(NoteTextsLate));
    public static readonly ActivityName<ReviewMoment, bool> StartAsking = new(nameof(StartAsking));
    public static readonly ActivityName<ReviewMoment, bool> CloseReview = new(nameof(CloseReview));
    public static readonly ActivityName<ReviewMoment, bool> SendReport = new(nameof(SendReport));
    public static readonly ActivityName<ReviewMoment, bool> SendSupplement = new(nameof(SendSupplement));
    public static readonly ActivityName<ReviewMoment, bool> FinishReview = new(nameof(FinishReview));

    public static readonly ActivityName<ReviewMoment, bool> CountVotes = new(nameof(CountVotes));

    public static readonly ActivityName<InvitationMoment, InvitationSchedule> ReadInvitation = new(nameof(ReadInvitation));
    public static readonly ActivityName<MemberMessage, Sending> SendToMember = new(nameof(SendToMember));
    public static readonly ActivityName<InvitationMoment, bool> CallAlternate = new(nameof(CallAlternate));

    public static readonly ActivityName<AddresseeMoment, AddresseeSchedule> ReadAddressee = new(nameof(ReadAddressee));
    public static readonly ActivityName<AddresseeNotice, Sending> SendNotice = new(nameof(SendNotice));
    public static readonly ActivityName<AddresseeMoment, bool> NoteLate = new(nameof(NoteLate));
    public static readonly ActivityName<AddresseeMoment, bool> EndAddressee = new(nameof(EndAddressee));

    /// <summary>Everything both hosts register.</summary>
    public static WorkflowCatalog Catalog { get; } = new(
        [
            WorkflowEntry.Of<ReviewWorkflow, ReviewInput>(Review, ReviewVersions.Newest),
            WorkflowEntry.Of<InvitationWorkflow, InvitationInput>(Invitation, Version),
            WorkflowEntry.Of<AccountabilityWorkflow, AccountabilityInput>(Accountability, Version),
        ],
        [
            ActivityEntry.Of<ReadReview, ReviewMoment, ReviewSchedule>(ReadReview),
            ActivityEntry.Of<AssessProject, ReviewMoment, bool>(AssessProject),
            ActivityEntry.Of<RequireReview, ReviewMoment, bool>(RequireReview),
            ActivityEntry.Of<ChoosePanel, ReviewMoment, bool>(ChoosePanel),
            ActivityEntry.Of<NoteTextsLate, TextsNotice, bool>(NoteTextsLate),
            ActivityEntry.Of<StartAsking, ReviewMoment, bool>(StartAsking),
            ActivityEntry.Of<CloseReview, ReviewMoment, bool>(CloseReview),
            ActivityEntry.Of<SendReport, ReviewMoment, bool>(SendReport),
            ActivityEntry.Of<SendSupplement, ReviewMoment, bool>(SendSupplement),
            ActivityEntry.Of<FinishReview, ReviewMoment, bool>(FinishReview),
            ActivityEntry.Of<CountVotes, ReviewMoment, bool>(CountVotes),
            ActivityEntry.Of<ReadInvitation, InvitationMoment, InvitationSchedule>(ReadInvitation),
            ActivityEntry.Of<SendToMember, MemberMessage, Sending>(SendToMember),
            ActivityEntry.Of<CallAlternate, InvitationMoment, bool>(CallAlternate),
            ActivityEntry.Of<ReadAddressee, AddresseeMoment, AddresseeSchedule>(ReadAddressee),
            ActivityEntry.Of<SendNotice, AddresseeNotice, Sending>(SendNotice),
            ActivityEntry.Of<NoteLate, AddresseeMoment, bool>(NoteLate),
            ActivityEntry.Of<EndAddressee, AddresseeMoment, bool>(EndAddressee),
        ]);
}

/// <summary>A review at an instant of its workflow: activities never act earlier than the workflow that called them.</summary>
public sealed record ReviewMoment(string ReviewId, DateTimeOffset Now);

/// <summary>A member's part in a review, at an instant of its workflow.</summary>
public sealed record InvitationMoment(string ReviewId, string MemberId, DateTimeOffset Now);

/// <summary>An addressee's part in a review, at an instant of its workflow.</summary>
public sealed record AddresseeMoment(string ReviewId, int Number, int Round, DateTimeOffset Now);

/// <summary>Texts are late: for the digest, or escalated.</summary>
public sealed record TextsNotice(string ReviewId, bool Escalate, DateTimeOffset Now);

/// <summary>A message to a member that is due.</summary>
public sealed record MemberMessage(string ReviewId, string MemberId, MessagePurpose Purpose, DateTimeOffset Now);

/// <summary>A notice to an addressee, or about it, that is due.</summary>
public sealed record AddresseeNotice(string ReviewId, int Number, ClockStep Step, DateTimeOffset Now);

/// <summary>What became of an attempt to send: done with (sent or refused, and recorded), or to be asked again later.</summary>
/// <param name="NotBefore">Null when done with; otherwise when to ask again.</param>
public sealed record Sending(DateTimeOffset? NotBefore)
{
    /// <summary>Sent or refused for good; the state says which.</summary>
    public static Sending Done { get; } = new((DateTimeOffset?)null);
}
