using System.Text.Json.Serialization;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Core.Reviews.Texts;
using CtVoice.Core.Workflows;

namespace CtVoice.Core.Reviews;

/// <summary>
/// The state of one review: what its decisions are taken on. It holds ids and dates; texts are stored beside it and named
/// by key. Immutable; its JSON is the head row of the review's partition.
/// </summary>
public sealed record Review
{
    /// <summary>Id of the review and of its project.</summary>
    public required string Id { get; init; }

    /// <summary>A whole review on phones of staff, outside of everything that is public; see <see cref="ReviewIds.IsPractice"/>.</summary>
    [JsonIgnore]
    public bool Practice => ReviewIds.IsPractice(Id);

    /// <summary>Code of the requesting agency.</summary>
    public required string Agency { get; init; }

    /// <summary>The project's title, as the agency wrote it.</summary>
    public required string Title { get; init; }

    /// <summary>The rules this review runs by.</summary>
    public required ReviewPolicy Policy { get; init; }

    /// <summary>The office's closing days that it was told of; each window counts with those that were known when it began.</summary>
    public IReadOnlyList<ClosingDay> ClosingDays { get; init; } = [];

    /// <summary>Version of the workflow code that it was begun by; see <see cref="ReviewVersions"/>.</summary>
    public string BegunBy { get; init; } = ReviewVersions.First;

    /// <summary>Secret of this review from which member pseudonyms are made, hex.</summary>
    public required string PseudonymSalt { get; init; }

    /// <summary>When the project was received.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }

    /// <summary>Agencies whose data the project uses, the requester included.</summary>
    public required IReadOnlyList<string> Agencies { get; init; }

    /// <summary>Codes of the populations that the agency names in the data, programmes included; no count.</summary>
    public IReadOnlyList<string> Populations { get; init; } = [];

    /// <summary>What residents are asked; the first is question 1.</summary>
    public required IReadOnlyList<ResidentQuestion> Questions { get; init; }

    /// <summary>The data are sensitive (health claims): no text message names the topic.</summary>
    public bool Sensitive { get; init; }

    /// <summary>Data that the public dictionary does not have, as the agency names them; members are told.</summary>
    public IReadOnlyList<string> Unlisted { get; init; } = [];

    /// <summary>How many of these data there are beside the named ones.</summary>
    public int UnlistedMore { get; init; }

    /// <summary>What kind of project it is.</summary>
    public ProjectKind Kind { get; init; }

    /// <summary>The review that this one modifies, continues or checks the publication of; null for an initial one.</summary>
    public string? EarlierReview { get; init; }

    /// <summary>Version of the publication checklist whose questions are asked after the project's own; null for other kinds.</summary>
    public string? Checklist { get; init; }

    /// <summary>The first review of the project, of which all its versions are known; its own id for an initial one.</summary>
    public string? FirstReview { get; init; }

    /// <summary>The wish for advice earlier than the policy gives it; null when there is none.</summary>
    public Expedite? Expedite { get; init; }

    /// <summary>Why no panel was asked again; null unless the earlier advice was carried over.</summary>
    public CarryOver? CarriedOver { get; init; }

    /// <summary>Where it stands.</summary>
    public ReviewStage Stage { get; init; } = ReviewStage.Submitted;

    /// <summary>Since when it stands there.</summary>
    public required DateTimeOffset StageSince { get; init; }

    /// <summary>Whether a review is required, and why.</summary>
    public AssessmentOutcome? Assessment { get; init; }

    /// <summary>Who was chosen, and why.</summary>
    public PanelRecord? Panel { get; init; }

    /// <summary>The coordinator's words on single members, each with its reason; they hold for every choice of this panel.</summary>
    public IReadOnlyList<PanelOverride> Overrides { get; init; } = [];

    /// <summary>What residents read, one text per language.</summary>
    public IReadOnlyList<ReviewText> Texts { get; init; } = [];

    /// <summary>Languages whose texts a person released.</summary>
    public IReadOnlyList<TextRelease> Released { get; init; } = [];

    /// <summary>What a person kept from going out, until it is released or let go again.</summary>
    public IReadOnlyList<StoppedSending> Stopped { get; init; } = [];

    /// <summary>When a person let go what members are told of the answers; null where nobody had stopped it.</summary>
    public DateTimeOffset? TellFrom { get; init; }

    /// <summary>When a person let go what members are told of later changes; null where nobody had stopped it.</summary>
    public DateTimeOffset? UpdateFrom { get; init; }

    /// <summary>Ids of notes to the panel that left or were stopped, oldest first.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Texts not released: shown in the digest at, escalated at.</summary>
    public TextDelay TextDelay { get; init; } = new(null, null);

    /// <summary>When replies are taken; null before the first invitation left.</summary>
    public ResponseWindow? Window { get; init; }

    /// <summary>Everybody who was asked or is to be asked.</summary>
    public IReadOnlyList<Invitation> Invitations { get; init; } = [];

    /// <summary>What they answered.</summary>
    public IReadOnlyList<Reply> Replies { get; init; } = [];

    /// <summary>When the review closed.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>How many were asked and had replied at the close; null before, and for reviews that closed before it was kept.</summary>
    public ReviewTotals? AtClose { get; init; }

    /// <summary>When the report went out, and whether a quorum stood behind it.</summary>
    public ReportRecord? Report { get; init; }

    /// <summary>The supplement to the report; null when nothing waited, and before the report.</summary>
    public Supplement? Supplement { get; init; }

    /// <summary>Recommendations as they are written during the preview.</summary>
    public Drafting Drafting { get; init; } = Drafting.Empty;

    /// <summary>Texts that a person released so far; names the next one.</summary>
    public int TextsReleased { get; init; }

    /// <summary>Questions that followed the review's own, one for each member and kind.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>What the board recommends.</summary>
    public IReadOnlyList<Recommendation> Recommendations { get; init; } = [];

    /// <summary>What the agency promised against the risks that it sees; none in reviews of before they were followed.</summary>
    public IReadOnlyList<Guardrail> Guardrails { get; init; } = [];

    /// <summary>Notices sent to addressees and about them, oldest first.</summary>
    public IReadOnlyList<SentNotice> Notices { get; init; } = [];

    /// <summary>Ends of addressees' workflows, oldest first.</summary>
    public IReadOnlyList<PartDone> PartsDone { get; init; } = [];

    /// <summary>What members who replied are told of the recommendations, oldest first.</summary>
    public IReadOnlyList<News> News { get; init; } = [];

    /// <summary>When the votes on "did this answer you?" were counted; null until then.</summary>
    public DateTimeOffset? VotesCountedAt { get; init; }

    /// <summary>The votes said "not answered": it stands on the review, whatever became of each recommendation.</summary>
    public bool NotAnswered { get; init; }

    /// <summary>The same, also for reviews whose votes were counted before it was kept.</summary>
    [JsonIgnore]
    public bool ResidentsNotAnswered => NotAnswered || Recommendations.Any(r => r.AskedAgain is not null);

    /// <summary>What the Data Governing Board decided on the request, oldest first; the last one holds.</summary>
    public IReadOnlyList<GoverningBoardDecision> BoardDecisions { get; init; } = [];

    /// <summary>Keys of texts that are sealed at the request of those who wrote them.</summary>
    public IReadOnlyList<string> Sealed { get; init; } = [];

    /// <summary>Keys of texts that were destroyed, with their salts, under an authority that the ledger names.</summary>
    public IReadOnlyList<string> Disposed { get; init; } = [];

    /// <summary>Every hold that was set on its texts, those that were lifted included;
    /// whoever decides to destroy some has seen them.</summary>
    public IReadOnlyList<string> Holds { get; init; } = [];

    /// <summary>Ids of what was written down of copies elsewhere of members who were erased, as the ledger names them.</summary>
    public IReadOnlyList<string> CopiesElsewhere { get; init; } = [];

    /// <summary>The last night, in Connecticut, for which its ledger was sealed; see <see cref="NightlySeal"/>.
    /// Null before the first.</summary>
    public DateOnly? LedgerSealedOn { get; init; }

    /// <summary>It was cancelled while members were asked, and they are told; false for what was cancelled before they were.</summary>
    public bool CancelTells { get; init; }

    /// <summary>Why it ended early; null unless cancelled.</summary>
    public string? CancelReason { get; init; }

    /// <summary>The invitation of a member, or null.</summary>
    public Invitation? InvitationOf(string memberId) => Invitations.FirstOrDefault(i => i.MemberId == memberId);

    /// <summary>The text of a language as it is now, released or not; null when there is none.</summary>
    public ReviewText? TextIn(string language) => Texts.FirstOrDefault(t => t.Language == language);

    /// <summary>What members who are asked in a language read.</summary>
    /// <exception cref="InvalidOperationException">Nobody released it: nothing leaves in a language that is not ready.</exception>
    public ReviewText ReleasedText(string language) =>
        Released.Any(r => r.Language == language) && TextIn(language) is { } text
            ? text
            : throw new InvalidOperationException($"The texts in '{language}' of review {Id} are not released.");

    /// <summary>A question as its readers know it: in English where it was asked in English.</summary>
    public string QuestionInEnglish(int number) =>
        TextIn("en") is { } text && number <= text.Questions.Count && text.Questions[number - 1].Text is { Length: > 0 } written
            ? written
            : Questions[number - 1].Text["en"];

    /// <summary>The review with the text of one language added or replaced.</summary>
    public Review With(ReviewText text) =>
        this with
        {
            Texts =
            [.. Texts.Where(t => t.Language != text.Language).Append(text).OrderBy(t => t.Language, StringComparer.Ordinal)]
        };

    /// <summary>The review with one invitation replaced.</summary>
    public Review With(Invitation invitation) =>
        this with { Invitations = [.. Invitations.Select(i => i.MemberId == invitation.MemberId ? invitation : i)] };

    /// <summary>The follow-up of a kind to a member, or null.</summary>
    public FollowUp? FollowUpOf(string memberId, FollowUpKind kind) =>
        FollowUps.FirstOrDefault(f => f.MemberId == memberId && f.Kind == kind);

    /// <summary>The review with one follow-up added or replaced.</summary>
    public Review With(FollowUp followUp) =>
        this with { FollowUps = [.. FollowUps.Where(f => f.Number != followUp.Number).Append(followUp).OrderBy(f => f.Number)] };

    /// <summary>The review with one reply replaced.</summary>
    public Review With(Reply reply) => this with { Replies = [.. Replies.Select(r => r.Number == reply.Number ? reply : r)] };

    /// <summary>The review with one recommendation replaced.</summary>
    public Review With(Recommendation recommendation) =>
        this with { Recommendations = [.. Recommendations.Select(r => r.Number == recommendation.Number ? recommendation : r)] };

    /// <summary>The review with something to tell members of.</summary>
    public Review WithNews(int recommendation, NewsKind kind, DateTimeOffset at) =>
        this with { News = [.. News, new(recommendation, kind, at)] };

    /// <summary>The review in another stage, from <paramref name="now"/>.</summary>
    public Review At(ReviewStage stage, DateTimeOffset now) => this with { Stage = stage, StageSince = now };

    /// <summary>True once it asks nobody for anything more; what was promised is still followed.</summary>
    public bool Over => Stage is ReviewStage.NotRequired or ReviewStage.Cancelled
        || (Stage is ReviewStage.Finished && Recommendations.All(r => !r.Waits));

    /// <summary>Members who answered at least one question in time.</summary>
    public int Repliers => Replies.Where(r => r.Counts).Select(r => r.MemberId).Distinct(StringComparer.Ordinal).Count();

    /// <summary>Members who were really asked.</summary>
    public int Asked => Invitations.Count(i => i.SentAt is not null);
}
