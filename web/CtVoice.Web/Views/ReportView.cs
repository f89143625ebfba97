using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.Drafts;
using CtVoice.Core.Reviews.FollowUps;

namespace CtVoice.Web.Views;

/// <summary>What the board says: counts, and numbered recommendations with what became of each.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="SentAt">When it went out.</param>
/// <param name="Asked">Members asked.</param>
/// <param name="Replied">Members who replied in time.</param>
/// <param name="Quorum">Said when fewer replied than the policy asks for.</param>
/// <param name="NotDecided">Replies with words that the board's office had not decided on when the report,
/// or its supplement, went out.</param>
/// <param name="Questions">How each question was answered.</param>
/// <param name="Recommendations">Those of the supplement included.</param>
public sealed record ReportView(
    string ReviewId, DateTimeOffset SentAt, int Asked, int Replied, string? Quorum, int NotDecided,
    IReadOnlyList<QuestionView> Questions, IReadOnlyList<RecommendationView> Recommendations)
{
    /// <summary>Replies whose words the board's office did not pass on; they count.</summary>
    public int Withheld { get; init; }

    /// <summary>The supplement to the report; absent when nothing waited when the report went out.</summary>
    public SupplementView? Supplement { get; init; }

    /// <summary>What the project does not say yet: questions to the agency.</summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions { get; init; } = [];

    /// <summary>What could go wrong, as the agency sees it, and what protects people from it.</summary>
    public IReadOnlyList<RiskView> Risks { get; init; } = [];

    /// <summary>What the agency promised against these risks, and what became of it.</summary>
    public IReadOnlyList<GuardrailView> Guardrails { get; init; } = [];

    /// <summary>Why the earlier advice was carried over instead of asking again.</summary>
    public string? CarriedOver { get; init; }

    /// <summary>Written recommendations that nobody had released by now; they follow with the next numbers,
    /// in the supplement if they are released by then.</summary>
    public int DraftsWaiting { get; init; }

    /// <summary>What was done to the recommendations on the way.</summary>
    public EditsView Edits { get; init; } = new(0, 0, 0, 0);

    /// <summary>Whether residents found the draft right; absent when nothing was read back.</summary>
    public ReadBackCounts? ReadBack { get; init; }

    /// <summary>What residents said beside the recommendations, as a person released it; in no order of time.</summary>
    public IReadOnlyList<QuoteView> Quotes { get; init; } = [];

    /// <summary>True when residents said that the answers did not answer them.</summary>
    public bool ResidentsNotAnswered { get; init; }

    /// <summary>What the Data Governing Board decided on the request, oldest first; the last one holds.</summary>
    public IReadOnlyList<GoverningBoardView> GoverningBoard { get; init; } = [];

    /// <summary>What was looked at before results go public; absent for other kinds of projects.</summary>
    public PublicationCheckView? PublicationCheck { get; init; }

    /// <summary>The report as of <paramref name="now"/>, for the agencies or for everybody.</summary>
    internal static async Task<ReportView?> OfAsync(
        Review review, ReviewStore reviews, DateTimeOffset now, Audience audience, CancellationToken cancellationToken)
    {
        if (review.Report is not { } report)
            return null;
        var recommendations = new List<RecommendationView>();
        foreach (var recommendation in review.Recommendations)
        {
            var text = audience is Audience.Agency ? recommendation.Content : recommendation.PublicRelease?.Content;
            recommendations.Add(RecommendationView.Of(review, recommendation, await TextAsync(text), now));
        }
        var quotes = new List<QuoteView>();
        foreach (var reply in review.Replies.Where(r => r.Quotable
            && review.Recommendations.All(x => x.Draft is not null || !x.From.Contains(r.Number))))
        {
            if (await TextAsync(Released(reply.Release, reply.PublicRelease)) is { } text)
                quotes.Add(new(reply.Question, text));
        }
        var objections = new List<string>();
        foreach (var said in review.FollowUps.Where(f => f is { Kind: FollowUpKind.ReadBack, NotQuoted: false }))
        {
            if (await TextAsync(Released(said.Release, said.PublicRelease)) is { } text)
                objections.Add(text);
        }
        var project = await reviews.ReadProjectAsync(review.Id, cancellationToken);
        return new(
            review.Id, report.SentAt, report.Asked, report.Replied,
            report.BelowQuorum ? FormattableString.Invariant($"below quorum: {report.Replied} of {review.Policy.Quorum}") : null,
            review.Supplement is { SentAt: not null } last ? last.NotDecided
                : ReviewVersions.HasSupplement(review) ? report.Waiting
                : DecidingWords.Undecided(review),
            [.. review.Questions.Select((q, i) => QuestionView.Of(review, i + 1))], recommendations)
        {
            // Neither number moves before the supplement says what was decided meanwhile.
            Withheld = Supplementing.IsPending(review) ? report.Withheld : DecidingWords.Withheld(review),
            Supplement = SupplementView.Of(review),
            OpenQuestions = project is null ? [] : ReportQuestions.Of(project),
            Risks = RiskView.Of(review, project, audience),
            Guardrails = GuardrailView.AllOf(review, now),
            CarriedOver = review.CarriedOver?.Reason,
            DraftsWaiting = review.Drafting.Drafts.Count(d => d.Became is null && WritingDrafts.Stands(review, d)),
            Edits = EditsView.Of(review),
            ReadBack = ReadBackCounts.Of(review, [.. objections.Order(StringComparer.Ordinal)]),
            Quotes = [.. quotes.OrderBy(q => q.Question).ThenBy(q => q.Text, StringComparer.Ordinal)],
            PublicationCheck = review.Checklist is null
                ? null
                : PublicationCheckView.Of(review, project),
            ResidentsNotAnswered = review.ResidentsNotAnswered,
            GoverningBoard = [.. review.BoardDecisions.Select(d => new GoverningBoardView(d.Kind, d.On, d.Number, d.Note, d.RecordedAt))],
        };

        string? Released(TextReleased? agency, TextReleased? everybody) =>
            (audience is Audience.Agency ? agency : everybody) is { } release && !Supplementing.Holds(review, release)
                ? release.Content
                : null;

        async Task<string?> TextAsync(string? key) =>
            key is null ? null : await reviews.ReadContentAsync(review.Id, key, cancellationToken);
    }
}

/// <summary>How one question was answered.</summary>
/// <param name="Number">1 to 5.</param>
/// <param name="Text">The question in English.</param>
/// <param name="Replies">Members who answered it in time.</param>
/// <param name="Tally">Replies per choice, as far as they may be shown: numbers from five replies on,
/// unless nearly all agree, else words.</param>
public sealed record QuestionView(int Number, string Text, int Replies, IReadOnlyList<TallyView> Tally)
{
    internal static QuestionView Of(Review review, int number)
    {
        var replies = review.Replies.Where(r => r.Question == number && r.Counts).ToList();
        var offered = review.Questions[number - 1].Offered;
        var counts = offered.Select((_, i) => replies.Count(r => r.Choice == i + 1)).ToList();
        return new(number, review.QuestionInEnglish(number), replies.Count,
            [.. TallyRelease.Of(counts)
                .Select(shown => new TallyView(shown.Option, offered[shown.Option - 1]["en"], shown.Count, shown.InWords))]);
    }
}

/// <summary>Replies with one choice: a number, or nearly all, most or some.</summary>
public sealed record TallyView(int Choice, string Text, int? Count, string? InWords);

/// <summary>What was done to written recommendations before the report.</summary>
/// <param name="Dropped">Dropped, each with a reason in the record.</param>
/// <param name="Merged">Merged into another.</param>
/// <param name="Reworded">Times that words were changed.</param>
/// <param name="NotTakenUp">Replies that ask for a change and became part of none.</param>
public sealed record EditsView(int Dropped, int Merged, int Reworded, int NotTakenUp)
{
    internal static EditsView Of(Review review) => new(
        review.Drafting.Dropped, review.Drafting.Merged, review.Drafting.Reworded, WritingDrafts.NotTakenUp(review).Count);
}

/// <summary>Whether residents found the draft right.</summary>
/// <param name="Asked">Members it was read back to.</param>
/// <param name="Answered">Members who answered.</param>
/// <param name="NotRight">Members who said that it is not right; absent where it may not be shown.</param>
/// <param name="NotRightInWords">The same in a word, by the rule of every tally.</param>
/// <param name="Objections">What they said, as a person released it.</param>
public sealed record ReadBackCounts(int Asked, int Answered, int? NotRight, string? NotRightInWords, IReadOnlyList<string> Objections)
{
    internal static ReadBackCounts? Of(Review review, IReadOnlyList<string> objections)
    {
        var asked = review.FollowUps.Where(f => f is { Kind: FollowUpKind.ReadBack, AskedAt: not null }).ToList();
        if (asked.Count == 0)
            return null;
        var answered = asked.Count(f => f.Standing.Any() || f.Late.Count > 0);
        var objecting = asked.Count(f => f.Objects);
        var shown = TallyRelease.Of([answered - objecting, objecting]).FirstOrDefault(o => o.Option == 2);
        return new(asked.Count, answered, shown?.Count, shown?.InWords, objections);
    }
}

/// <summary>What a resident said, as a person released it.</summary>
public sealed record QuoteView(int Question, string Text);

/// <summary>Of those who were asked about it, who is against it.</summary>
/// <param name="Count">How many; absent where a number would say who said what.</param>
/// <param name="InWords">The same in a word.</param>
public sealed record AgainstView(int? Count, string? InWords);
