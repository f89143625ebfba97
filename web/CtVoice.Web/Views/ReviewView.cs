using System.Text.Json;
using CtVoice.Core.Calendar;
using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Views;

/// <summary>A review as its agency and the coordinator see it: nothing about a member, no reply that nobody released.</summary>
public sealed record ReviewView(
    string Id, string Agency, string Title, ReviewStage Stage, DateTimeOffset StageSince, DateTimeOffset SubmittedAt, string Policy)
{
    /// <summary>What kind of project it is.</summary>
    public ProjectKind Kind { get; init; }

    /// <summary>The review that it modifies, continues or checks the publication of.</summary>
    public string? EarlierReview { get; init; }

    /// <summary>The wish for earlier advice, and the coordinator's word on it.</summary>
    public ExpediteView? Expedite { get; init; }

    /// <summary>Why the earlier advice was carried over instead of asking again.</summary>
    public string? CarriedOver { get; init; }

    /// <summary>Whether residents are asked, and why.</summary>
    public NeedView? Need { get; init; }

    /// <summary>What residents will read is still being made ready.</summary>
    public bool TextsInPreparation { get; init; }

    /// <summary>
    /// Languages whose texts wait for release; absent for agencies, because which languages a panel reads would say
    /// something about its members.
    /// </summary>
    public IReadOnlyList<string>? TextsWaiting { get; init; }

    /// <summary>What is about to go out to the panel and can be stopped, earliest first; absent for agencies.</summary>
    public IReadOnlyList<GoingOutView>? GoingOut { get; init; }

    /// <summary>What a person stopped, and can let go or release again; absent for agencies.</summary>
    public IReadOnlyList<StoppedView>? Stopped { get; init; }

    /// <summary>When replies are taken, and how the close was computed.</summary>
    public WindowView? Window { get; init; }

    /// <summary>When the supplement to the report goes out; absent when there is none, or it did.</summary>
    public DateTimeOffset? SupplementDueAt { get; init; }

    /// <summary>The day on which everything is answered at the latest, as far as it can be said now.</summary>
    public DateTimeOffset? AnswersDueAt { get; init; }

    /// <summary>Members asked; absent for agencies until the close: nobody can be watched.</summary>
    public int? Asked { get; init; }

    /// <summary>Members who replied in time; absent for agencies until the close, and then as it was at the close.</summary>
    public int? Replied { get; init; }

    /// <summary>Recommendations made so far.</summary>
    public int Recommendations { get; init; }

    /// <summary>Recommendations answered so far.</summary>
    public int Answered { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason { get; init; }

    /// <summary>Where to look next.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>The review for those who may know of the panel.</summary>
    internal static ReviewView ForInsiders(HttpContext context, Review review) => ForInsiders(review) with
    {
        GoingOut = [.. Departing.Of(review, context.Need<BusinessCalendar>(), context.Now())
            .Select(GoingOutView.Of)],
        Stopped = [.. Departing.Held(review).Select(s => new StoppedView(Departing.Name(s.What), s.At, s.By))],
    };

    /// <summary>The same without what is about to go out: that is nothing of the past.</summary>
    internal static ReviewView ForInsiders(Review review) =>
        Of(review) with
        {
            TextsWaiting = review.Stage is ReviewStage.Preparing ? ReleasingTexts.Missing(review) : [],
            Asked = review.Asked,
            Replied = review.Repliers,
        };

    /// <summary>The review for everybody else.</summary>
    internal static ReviewView Of(Review review) =>
        new(review.Id, review.Agency, review.Title, review.Stage, review.StageSince, review.SubmittedAt, review.Policy.Version)
        {
            Kind = review.Kind,
            EarlierReview = review.EarlierReview,
            Expedite = review.Expedite is { } wish ? new(wish.AdviceBy, wish.Reason, wish.Consent?.Given, wish.Consent?.Reason) : null,
            CarriedOver = review.CarriedOver?.Reason,
            Need = review.Assessment is { } need ? new(need.Outcome, need.Reasons, need.Policy, need.DecidedBy) : null,
            TextsInPreparation = review.Stage is ReviewStage.Preparing,
            Window = review.Window is { } window ? new(window.OpensAt, window.ClosesAt, window.Because, window.ExtendedBecause) : null,
            SupplementDueAt = Supplementing.IsPending(review) ? review.Supplement!.DueAt : null,
            AnswersDueAt = review.Recommendations.Count > 0 ? review.Recommendations.Max(r => r.DueAt) : null,
            Asked = ReviewTotals.Of(review)?.Asked,
            Replied = ReviewTotals.Of(review)?.Replied,
            Recommendations = review.Recommendations.Count,
            Answered = review.Recommendations.Count(r => r.Answer is not null),
            CancelReason = review.CancelReason,
            Links = new Dictionary<string, string>
            {
                ["self"] = $"/api/reviews/{review.Id}",
                ["timeline"] = $"/api/reviews/{review.Id}/timeline",
                ["assessment"] = $"/api/reviews/{review.Id}/assessment",
                ["report"] = $"/api/reviews/{review.Id}/report",
                ["ledger"] = $"/api/reviews/{review.Id}/ledger",
            },
        };
}

/// <summary>The wish for advice earlier than the policy gives it.</summary>
/// <param name="AdviceBy">The day by which the agency needs the advice.</param>
/// <param name="Reason">Why.</param>
/// <param name="Consent">Whether the coordinator consents; absent while undecided, and then the review runs at its regular pace.</param>
/// <param name="ConsentReason">Why.</param>
public sealed record ExpediteView(DateOnly AdviceBy, string Reason, bool? Consent, string? ConsentReason);

/// <summary>Whether residents are asked, and why.</summary>
public sealed record NeedView(ReviewNeed Outcome, IReadOnlyList<string> Reasons, string Policy, string DecidedBy);

/// <summary>Something that is about to go out to a panel.</summary>
/// <param name="What">asking, read-back, outcome or update.</param>
/// <param name="At">From when on it leaves; until then it can be stopped.</param>
/// <param name="Because">How that was computed.</param>
/// <param name="Members">How many members it goes to.</param>
public sealed record GoingOutView(string What, DateTimeOffset At, IReadOnlyList<string> Because, int Members)
{
    internal static GoingOutView Of(Departure departure) =>
        new(Departing.Name(departure.What), departure.At, departure.Because, departure.Members);
}

/// <summary>Something that a person kept from going out.</summary>
/// <param name="What">asking, read-back, outcome or update.</param>
/// <param name="At">When.</param>
/// <param name="By">Key id of the person.</param>
public sealed record StoppedView(string What, DateTimeOffset At, string By);

/// <summary>When replies are taken.</summary>
public sealed record WindowView(DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<string> Because, string? ExtendedBecause);

/// <summary>One step of a review as everybody may see it: the day, what happened, and in which role somebody did it.</summary>
public sealed record TimelineEntry(int Number, DateOnly Day, string Type, string Role)
{
    /// <summary>The recommendations that it is about; absent when it is about none.</summary>
    public IReadOnlyList<int>? Recommendations { get; init; }

    internal static TimelineEntry Of(Core.Ledger.LedgerEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Text);
        return new(
            entry.Number, LocalTime.DateIn(BusinessCalendar.Zone, json.RootElement.GetProperty("at").GetDateTimeOffset()),
            json.RootElement.GetProperty("type").GetString()!, json.RootElement.GetProperty("actor").GetProperty("role").GetString()!)
        {
            Recommendations = About(json.RootElement.GetProperty("facts")),
        };
    }

    // One by its number, or several; "recommendations" as a number is how many there are.
    private static List<int>? About(JsonElement facts) =>
        facts.TryGetProperty("recommendation", out var one) && one.TryGetInt32(out var number) ? [number]
        : facts.TryGetProperty("recommendations", out var several) && several is { ValueKind: JsonValueKind.Array }
            && several.GetArrayLength() > 0
            ? [.. several.EnumerateArray().Select(n => n.GetInt32())]
            : null;
}

/// <summary>One entry of the ledger as the coordinator and the auditor see it.</summary>
/// <param name="Number">1, 2, 3, ...</param>
/// <param name="Entry">What it says.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="Text">The exact text that was hashed.</param>
public sealed record LedgerView(int Number, JsonElement Entry, string Hash, string Text)
{
    internal static LedgerView Of(Core.Ledger.LedgerEntry entry)
    {
        using var json = JsonDocument.Parse(entry.Text);
        return new(entry.Number, json.RootElement.Clone(), entry.Hash, entry.Text);
    }
}

/// <summary>The panel with its reasons, for the coordinator and the auditor.</summary>
/// <param name="Seats">Members asked first.</param>
/// <param name="Reserve">Alternates, in order.</param>
/// <param name="Passed">Members not chosen, with every reason.</param>
/// <param name="Notes">Coverage, and warnings such as that a majority of the board is asked.</param>
/// <param name="LanguagesOutOfReach">Languages of members who could be asked if our messages existed in them.</param>
/// <param name="ShortBecause">Why the coordinator goes on with fewer members than seats.</param>
/// <param name="Overrides">The coordinator's words on single members.</param>
public sealed record PanelView(
    IReadOnlyList<SeatView> Seats, IReadOnlyList<SeatView> Reserve, IReadOnlyList<PassedOver> Passed, IReadOnlyList<string> Notes,
    IReadOnlyList<string> LanguagesOutOfReach, string? ShortBecause, IReadOnlyList<OverrideView> Overrides);

/// <summary>The coordinator's word on one member, with its reason.</summary>
public sealed record OverrideView(string MemberId, Core.Board.OverrideKind Kind, string Reason, string By);

/// <summary>One member of a panel and where their part stands.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="Pseudonym">Their name in the ledger.</param>
/// <param name="Language">Language they are asked in.</param>
/// <param name="Reason">Why they were chosen.</param>
/// <param name="Standing">not asked, waiting, silent, answered or ended.</param>
/// <param name="SentAt">When they were asked.</param>
/// <param name="Reminders">Reminders that left.</param>
/// <param name="EndedBecause">Why they are asked no further.</param>
public sealed record SeatView(
    string MemberId, string Pseudonym, string Language, string Reason, string Standing, DateTimeOffset? SentAt,
    IReadOnlyList<SentReminder> Reminders, string? EndedBecause)
{
    internal static SeatView Of(Review review, Seat seat)
    {
        var invitation = review.InvitationOf(seat.MemberId);
        var standing = invitation switch
        {
            null => "not asked",
            { Stands: false } => "ended",
            { SentAt: null } => "waiting",
            { Silent: true } => "silent",
            _ => "answered",
        };
        return new(
            seat.MemberId, seat.Pseudonym, seat.Language, seat.Reason, standing, invitation?.SentAt, invitation?.Reminders
                ?? [], invitation?.EndedBecause);
    }
}

/// <summary>A reply as the coordinator sees it.</summary>
/// <param name="Number">Number within the review.</param>
/// <param name="MemberId">Who.</param>
/// <param name="Question">Number of the question.</param>
/// <param name="Choice">1 to 3, or null.</param>
/// <param name="Words">What was written, as written.</param>
/// <param name="Late">An addendum.</param>
/// <param name="Released">Whether a person released its words.</param>
/// <param name="ReceivedAt">When its first part came.</param>
/// <param name="Dictation">Who wrote it down; absent when the member wrote it.</param>
public sealed record ReplyView(
    int Number, string MemberId, int Question, int? Choice, IReadOnlyList<string> Words, bool Late, bool Released,
    DateTimeOffset ReceivedAt,
    Dictation? Dictation)
{
    /// <summary>acute, worry or own-case: look at the words before you release them. unsure: see <see cref="Unsure"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>What a person decided on its words; absent when there is nothing to decide.</summary>
    public Core.Reviews.Drafts.WordsDecision? Decision { get; init; }

    /// <summary>Why its words are not passed on; for coordinator and auditor only.</summary>
    public WithheldBecause? WithheldBecause { get; init; }

    /// <summary>What it says in English, where a person typed that.</summary>
    public RenderingView? Rendering { get; init; }

    /// <summary>Of its words, those that may be somebody else's, such as an earlier mail: no option is read from them;
    /// trim them first.</summary>
    public IReadOnlyList<string>? Unsure { get; init; }
}

/// <summary>What a reply says in English.</summary>
/// <param name="Text">As a person rendered it, with numbers that look like case ids masked.</param>
/// <param name="Translator">Who rendered it.</param>
/// <param name="At">When.</param>
/// <param name="Older">The member has written more since.</param>
public sealed record RenderingView(string Text, string Translator, DateTimeOffset At, bool Older);
