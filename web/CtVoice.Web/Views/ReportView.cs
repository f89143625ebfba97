using CtVoice.Core.Calendar;
using CtVoice.Core.Projects.Intake;
using CtVoice.Core.Reviews;

namespace CtVoice.Web.Views;

/// <summary>What the board says: counts, and numbered recommendations with what became of each.</summary>
public sealed record ReportView(
    string ReviewId, DateTimeOffset SentAt, int Asked, int Replied, string? Quorum, int WaitingForRelease,
    IReadOnlyList<QuestionView> Questions, IReadOnlyList<RecommendationView> Recommendations)
{
    /// <summary>What the project does not say yet: questions to the agency.</summary>
    public IReadOnlyList<OpenQuestion> OpenQuestions { get; init; } = [];

    /// <summary>Why the earlier advice was carried over instead of asking again.</summary>
    public string? CarriedOver { get; init; }

    /// <summary>True when residents said that the answers did not answer them, so that each addressee was asked once more.</summary>
    public bool ResidentsNotAnswered { get; init; }

    /// <summary>What the Data Governing Board decided on the request, oldest first; the last one holds.</summary>
    public IReadOnlyList<GoverningBoardView> GoverningBoard { get; init; } = [];

    /// <summary>The report as of <paramref name="now"/>.</summary>
    internal static async Task<ReportView?> OfAsync(Review review, ReviewStore reviews, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (review.Report is not { } report)
            return null;
        var recommendations = new List<RecommendationView>();
        foreach (var recommendation in review.Recommendations)
        {
            var text = await reviews.ReadContentAsync(review.Id, recommendation.Content, cancellationToken);
            recommendations.Add(RecommendationView.Of(review, recommendation, text ?? "", now));
        }
        return new(
            review.Id, report.SentAt, report.Asked, report.Replied,
            report.BelowQuorum ? FormattableString.Invariant($"below quorum: {report.Replied} of {review.Policy.Quorum}") : null,
            review.Replies.Count(r => r is { Quotable: true, Release: null }),
            [.. review.Questions.Select((q, i) => QuestionView.Of(review, i + 1))], recommendations)
        {
            OpenQuestions = await reviews.ReadProjectAsync(review.Id, cancellationToken) is { } project ? ReportQuestions.Of(project) : [],
            CarriedOver = review.CarriedOver?.Reason,
            ResidentsNotAnswered = review.Recommendations.Any(r => r.AskedAgain is not null),
            GoverningBoard = [.. review.BoardDecisions.Select(d => new GoverningBoardView(d.Kind, d.On, d.Number, d.Note, d.RecordedAt))],
        };
    }
}

/// <summary>How one question was answered.</summary>
/// <param name="Number">1 to 5.</param>
/// <param name="Text">The question in English.</param>
/// <param name="Replies">Members who answered it in time.</param>
/// <param name="Tally">Replies per choice: exact from five replies on and unless all agree, else in words.</param>
public sealed record QuestionView(int Number, string Text, int Replies, IReadOnlyList<TallyView> Tally)
{
    // Below this, or when all agree, exact numbers would say who said what (DOMAIN, Suppression).
    private const int ExactFrom = 5;

    internal static QuestionView Of(Review review, int number)
    {
        var replies = review.Replies.Where(r => r.Question == number && r.Counts).ToList();
        var chosen = replies.Where(r => r.Choice is not null).GroupBy(r => r.Choice!.Value).ToDictionary(g => g.Key, g => g.Count());
        var total = chosen.Values.Sum();
        var exact = total >= ExactFrom && chosen.Count > 1;
        var offered = review.Questions[number - 1].Offered;
        return new(number, review.QuestionInEnglish(number), replies.Count, [.. offered.Select((text, i) => new TallyView(
            i + 1, text["en"], exact ? chosen.GetValueOrDefault(i + 1) : null, exact ? null : InWords(chosen.GetValueOrDefault(i + 1), total)))]);
    }

    // "some or none" for every other choice: "none" would say that all agree.
    private static string InWords(int count, int total) => 2 * count > total ? "most" : "some or none";
}

/// <summary>Replies with one choice.</summary>
public sealed record TallyView(int Choice, string Text, int? Count, string? InWords);
