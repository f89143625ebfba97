using CtVoice.Core.Projects;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Web.Views;

namespace CtVoice.Web.Register;

/// <summary>
/// One review as everybody may see it: days, counts, reasons, and recommendations only in the text that a person released
/// for the public. Nothing of a member is in it, and no text that nobody released.
/// </summary>
public sealed record RegisterView(string Id, string Title, string Agency, ProjectKind Kind, ReviewStage Stage, DateOnly Since,
    DateOnly SubmittedOn)
{
    /// <summary>Agencies whose data the project uses.</summary>
    public IReadOnlyList<string> Agencies { get; init; } = [];

    /// <summary>Populations that the agency names in the data.</summary>
    public IReadOnlyList<Population> Populations { get; init; } = [];

    /// <summary>What was found of each population, in words: no count of people in project data is public.</summary>
    public IReadOnlyList<FoundInData> Found { get; init; } = [];

    /// <summary>How many people are in the data, to two figures; absent where that is not known.</summary>
    public string? People { get; init; }

    /// <summary>The review that it modifies, continues or checks the publication of.</summary>
    public string? EarlierReview { get; init; }

    /// <summary>The wish for earlier advice, and the coordinator's word on it.</summary>
    public ExpediteView? Expedite { get; init; }

    /// <summary>Whether residents are asked, and why; absent before that is known.</summary>
    public PublicNeed? Need { get; init; }

    /// <summary>Since when the texts for residents are publicly late.</summary>
    public DateOnly? TextsLateSince { get; init; }

    /// <summary>First day for members' replies.</summary>
    public DateOnly? OpensOn { get; init; }

    /// <summary>Last day for members' replies.</summary>
    public DateOnly? ClosesOn { get; init; }

    /// <summary>Why members were given more time.</summary>
    public string? ExtendedBecause { get; init; }

    /// <summary>The project in plain words, as residents read it; absent until they are asked.</summary>
    public string? Summary { get; init; }

    /// <summary>What residents are asked, in English; empty until they are asked.</summary>
    public IReadOnlyList<AskedQuestion> Asks { get; init; } = [];

    /// <summary>Members asked; absent before the close: nobody can be watched.</summary>
    public int? Asked { get; init; }

    /// <summary>Members who replied in time; absent before the close.</summary>
    public int? Replied { get; init; }

    /// <summary>Said when fewer replied than the policy asks for.</summary>
    public string? Quorum { get; init; }

    /// <summary>Day on which the report went out.</summary>
    public DateOnly? ReportedOn { get; init; }

    /// <summary>Why the earlier advice was carried over instead of asking again.</summary>
    public string? CarriedOver { get; init; }

    /// <summary>What could go wrong, as the agency sees it, in the words that residents read; once the report went out.</summary>
    public IReadOnlyList<RiskView> Risks { get; init; } = [];

    /// <summary>What the agency promised against these risks, and what became of it; once the report went out.</summary>
    public IReadOnlyList<GuardrailView> Guardrails { get; init; } = [];

    /// <summary>How each question was answered, once the report went out.</summary>
    public IReadOnlyList<QuestionView> Questions { get; init; } = [];

    /// <summary>What the board recommends and what became of it.</summary>
    public IReadOnlyList<RecommendationView> Recommendations { get; init; } = [];

    /// <summary>What was done to the recommendations before they went out.</summary>
    public EditsView? Edits { get; init; }

    /// <summary>Whether residents found the draft right; absent when nothing was read back.</summary>
    public ReadBackCounts? ReadBack { get; init; }

    /// <summary>What residents said beside the recommendations, as a person released it for the public.</summary>
    public IReadOnlyList<QuoteView> Quotes { get; init; } = [];

    /// <summary>True when residents said that the answers did not answer them.</summary>
    public bool ResidentsNotAnswered { get; init; }

    /// <summary>What the Data Governing Board decided on the request, oldest first; the last one holds.</summary>
    public IReadOnlyList<GoverningBoardView> GoverningBoard { get; init; } = [];

    /// <summary>Recommendations whose answer is overdue today.</summary>
    public int Overdue { get; init; }

    /// <summary>Replies with words that the board's office had not decided on when the report, or its supplement, went out.</summary>
    public int NotDecided { get; init; }

    /// <summary>Replies whose words the board's office did not pass on; they count.</summary>
    public int Withheld { get; init; }

    /// <summary>Day on which the supplement to the report goes out, or went out; absent when there is none.</summary>
    public DateOnly? SupplementOn { get; init; }

    /// <summary>True while the supplement is still to go out.</summary>
    public bool SupplementPending { get; init; }

    /// <summary>Texts that wait for a person to release them for the public.</summary>
    public int WaitingForRelease { get; init; }

    /// <summary>Why it was cancelled.</summary>
    public string? CancelReason { get; init; }

    /// <summary>What offices did and what fell due so far, oldest first: day, step and role. Nothing of it is about a resident.</summary>
    public IReadOnlyList<TimelineEntry> Steps { get; init; } = [];

    // For the page: programs read it with the other notices.
    internal PublicNotice? Notice { get; init; }

    /// <summary>Where to look next.</summary>
    public IReadOnlyDictionary<string, string> Links { get; init; } = new Dictionary<string, string>();

    /// <summary>The review as of <paramref name="now"/>.</summary>
    internal static async Task<RegisterView> OfAsync(
        Review review, ReviewStore reviews, ReferenceData reference, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var report = await ReportView.OfAsync(review, reviews, now, Audience.Public, cancellationToken);
        var recommendations = report?.Recommendations ?? [];
        var assessment = await Routes.AssessmentRoutes.InWordsAsync(reviews, review.Id, cancellationToken);
        return new(review.Id, review.Title, review.Agency, review.Kind, review.Stage, RegisterLine.Day(review.StageSince),
            RegisterLine.Day(review.SubmittedAt))
        {
            Agencies = review.Agencies,
            Populations = [.. review.Populations.Select(code => Population.Of(code, reference))],
            Found = [.. assessment?.Assessment.Findings.Select(f => new FoundInData(f.Population, f.Name, f.Status, f.Sentences[0])) ?? []],
            People = assessment?.People,
            EarlierReview = review.EarlierReview,
            Expedite = review.Expedite is { } wish ? new(wish.AdviceBy, wish.Reason, wish.Consent?.Given, wish.Consent?.Reason) : null,
            Need = review.Assessment is { } need ? PublicNeed.Of(need) : null,
            TextsLateSince = review is { Stage: ReviewStage.Preparing, TextDelay.EscalatedAt: { } late } ? RegisterLine.Day(late) : null,
            OpensOn = review.Window is { } window ? RegisterLine.Day(window.OpensAt) : null,
            ClosesOn = review.Window is { } closing ? RegisterLine.Day(closing.ClosesAt) : null,
            ExtendedBecause = review.Window?.ExtendedBecause,
            Summary = review.Window is null ? null : review.TextIn("en")?.Summary is { Length: > 0 } read ? read
                : (await reviews.ReadProjectAsync(review.Id, cancellationToken))?.Summary,
            Asks = review.Window is null
                ? []
                : [.. review.Questions.Select((_, i) => new AskedQuestion(i + 1, review.QuestionInEnglish(i + 1)))],
            Asked = ReviewTotals.Of(review)?.Asked,
            Replied = ReviewTotals.Of(review)?.Replied,
            Quorum = report?.Quorum,
            ReportedOn = review.Report is { } sent ? RegisterLine.Day(sent.SentAt) : null,
            CarriedOver = review.CarriedOver?.Reason,
            Risks = report?.Risks ?? [],
            Guardrails = report?.Guardrails ?? [],
            Questions = report?.Questions ?? [],
            Recommendations = recommendations,
            Edits = report?.Edits,
            ReadBack = report?.ReadBack,
            Quotes = report?.Quotes ?? [],
            ResidentsNotAnswered = report?.ResidentsNotAnswered ?? false,
            GoverningBoard = report?.GoverningBoard ?? [],
            Overdue = recommendations.Count(r => r.DaysOverdue is not null),
            NotDecided = report?.NotDecided ?? 0,
            Withheld = report?.Withheld ?? 0,
            SupplementOn = review.Supplement is { } supplement ? RegisterLine.Day(supplement.SentAt ?? supplement.DueAt) : null,
            SupplementPending = Supplementing.IsPending(review),
            WaitingForRelease = recommendations.Count(r => r.Text is null),
            CancelReason = review.CancelReason,
            Notice = PublicNotice.Of(review),
            Steps = PublicSteps.Of(await reviews.ReadLedgerAsync(review.Id, cancellationToken)),
            Links = new Dictionary<string, string>
            {
                ["self"] = $"/api/register/{review.Id}",
                ["page"] = $"/register/{review.Id}",
                ["assessment"] = $"/api/register/{review.Id}/assessment",
                ["feed"] = $"/api/register/{review.Id}/events.atom",
            },
        };
    }
}

/// <summary>Whether residents are asked, as everybody may know it.</summary>
/// <param name="Outcome">What was found or decided.</param>
/// <param name="Reasons">Plain sentences.</param>
/// <param name="Policy">Version of the rules used.</param>
/// <param name="DecidedBy">system, silence or coordinator.</param>
public sealed record PublicNeed(ReviewNeed Outcome, IReadOnlyList<string> Reasons, string Policy, string DecidedBy)
{
    internal static PublicNeed Of(AssessmentOutcome need) =>
        new(need.Outcome, need.Reasons, need.Policy, need.DecidedBy is "system" or "silence" ? need.DecidedBy : "coordinator");
}

/// <summary>What residents are asked.</summary>
/// <param name="Number">1 to 5, and those of the publication check.</param>
/// <param name="Text">The question in English.</param>
public sealed record AskedQuestion(int Number, string Text);

/// <summary>What was found of a population in the data of a project.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Status">The finding.</param>
/// <param name="InWords">The finding in a sentence without a figure.</param>
public sealed record FoundInData(string Code, string Name, Core.Representation.PopulationStatus Status, string InWords);

/// <summary>A population by code and name.</summary>
public sealed record Population(string Code, string Name)
{
    internal static Population Of(string code, ReferenceData reference) => new(
        code,
        reference.Codes.Find(code)?.Name
        ?? reference.Policy.Always.FirstOrDefault(a => a.Code == code)?.Name
        ?? (code.StartsWith(Core.Representation.RelCodes.LanguagePrefix, StringComparison.Ordinal)
            ? reference.Codes.Languages.FirstOrDefault(l => l.Code == code[Core.Representation.RelCodes.LanguagePrefix.Length..])?.Name
            : null)
        ?? code);
}
