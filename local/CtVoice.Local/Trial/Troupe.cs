using System.Globalization;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Local.Demo;
using CtVoice.Local.Host;
using CtVoice.Local.Time;

namespace CtVoice.Local.Trial;

/// <summary>
/// Plays the people of a review, chapter by chapter, from wherever it stands: agencies and the office by the HTTP interface with
/// their keys, residents on their simulated phones. Everything else (panel, dates, messages, votes, "overdue", "not delivered") is the
/// product's own doing while the clock moves on.
/// </summary>
internal sealed class Troupe(IServiceProvider services, string folder) : IDisposable
{
    private static readonly string[] Votes = ["3", "3", "1", "3", "2"];

    private readonly DemoClient client = new(
        InProcess.Address, who => File.ReadAllText(FirstStart.KeyPath(folder, who)).Trim(), new InProcess(services));
    private readonly ReviewStore reviews = services.GetRequiredService<ReviewStore>();
    private readonly TimeTravel travel = services.GetRequiredService<TimeTravel>();
    private readonly TimeProvider clock = services.GetRequiredService<TimeProvider>();

    /// <summary>An agency sends its project; gives the id of the review. The same key gives the same review, panel and story.</summary>
    internal async Task<string> SendAsync(Script script, string key, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(SampleFiles.Open($"projects/{script.Sample}.json"));
        using var body = new StringContent(await reader.ReadToEndAsync(cancellationToken), null, "application/json");
        var id = (await client.PostAsync("/api/projects", script.Agency, body, idempotencyKey: key)).Text("id");
        await travel.AdvanceAsync(TimeSpan.Zero, cancellationToken);
        return id;
    }

    /// <summary>Plays a review forward to a chapter; one that is there or past it stays as it is.</summary>
    internal async Task PlayToAsync(string id, Script script, Chapter goal, Action<string> tell, CancellationToken cancellationToken)
    {
        for (var here = await ChapterAsync(id, cancellationToken); here < goal;)
        {
            tell(What(here));
            await PlayAsync(id, script, here, cancellationToken);
            var next = await ChapterAsync(id, cancellationToken);
            if (next == here)
                throw new InvalidOperationException($"Review {id} does not go on from '{here}'.");
            here = next;
        }
    }

    /// <summary>The office ends a review that asks nobody any more, so that phones are free for the next one;
    /// what has closed stays.</summary>
    internal async Task EndAsync(string id, CancellationToken cancellationToken)
    {
        if (await ChapterAsync(id, cancellationToken) is not (Chapter.Texts or Chapter.Asked))
            return;
        await DoAsync(id, "cancel", "coordinator", new() { ["reason"] = "The tour of this trial copy was begun anew." });
        await travel.AdvanceAsync(TimeSpan.Zero, cancellationToken);
    }

    public void Dispose() => client.Dispose();

    private static string What(Chapter chapter) => chapter switch
    {
        Chapter.Texts => "the office reads and releases what residents will read",
        Chapter.Asked => "residents answer on their phones, until the close",
        Chapter.Close => "the office writes what residents advise",
        Chapter.Report => "the first agency answers",
        Chapter.Answers => "another agency is late, and answers in the end",
        Chapter.Judged => "residents say whether that answered them",
        _ => "what was promised is followed",
    };

    private Task PlayAsync(string id, Script script, Chapter chapter, CancellationToken cancellationToken) => chapter switch
    {
        Chapter.Texts => ReleaseTextsAsync(id, cancellationToken),
        Chapter.Asked => AnswerToTheCloseAsync(id, script, cancellationToken),
        Chapter.Close => WriteReportAsync(id, script, cancellationToken),
        Chapter.Report => AnswerFirstAsync(id, script, cancellationToken),
        Chapter.Answers => AnswerLateAsync(id, script, cancellationToken),
        Chapter.Judged => VoteAsync(id, cancellationToken),
        _ => FollowPromisesAsync(id, script, cancellationToken),
    };

    private async Task ReleaseTextsAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var language in ReleasingTexts.Missing(await ReadAsync(id, cancellationToken)))
            await DoAsync(id, $"texts/{language}/release", "coordinator", []);
        await UntilAsync(id, r => r.Stage is not ReviewStage.Preparing && r.Invitations.Any(i => i.SentAt is not null), cancellationToken);
        // Whom a text or mail reaches has it now; whom only a call reaches waits for the office.
        await travel.AdvanceAsync(TimeSpan.FromMinutes(5), cancellationToken);
    }

    // Those asked first answer at once, whoever joins for a silent one a week later.
    private async Task AnswerToTheCloseAsync(string id, Script script, CancellationToken cancellationToken)
    {
        await UntilAsync(id, r => r.Invitations.Any(i => i.SentAt is not null), cancellationToken);
        await AnswerAsync(id, script, cancellationToken);
        var closes = (await ReadAsync(id, cancellationToken)).Window!.ClosesAt;
        await travel.AdvanceToAsync(closes.AddDays(-5).AddHours(-4), cancellationToken);
        await AnswerAsync(id, script, cancellationToken);
        await travel.AdvanceToAsync(closes, cancellationToken);
        await UntilAsync(id, r => r.Stage is not ReviewStage.Open, cancellationToken);
    }

    private async Task AnswerAsync(string id, Script script, CancellationToken cancellationToken)
    {
        // One turn to see a question where texts are discreet, one to answer it.
        for (var turn = 0; turn < 2 * script.Replies.Count; turn++)
        {
            List<(int Place, Invitation Member)> speak = [.. (await ReadAsync(id, cancellationToken)).Invitations.Index()
                .Where(i => i.Item is { Stands: true, SentAt: not null, Channel: Channel.Sms or Channel.Email }
                    && i.Item.NextQuestion <= script.Replies.Count)];
            if (speak.Count == 0)
                return;
            foreach (var (place, member) in speak)
                await SayAsync(member.MemberId, member.Channel!.Value.Name(), WordsOf(member, place, script));
            await travel.AdvanceAsync(TimeSpan.FromMinutes(5), cancellationToken);
        }
    }

    private static string WordsOf(Invitation member, int place, Script script) =>
        member.Shown?.Any(s => s.Question == member.NextQuestion && !s.Hidden) is false
            ? new Said("ASK", "VER").In(member.Language)
            : script.Replies[member.NextQuestion - 1][place % script.Replies[0].Count].In(member.Language);

    private async Task WriteReportAsync(string id, Script script, CancellationToken cancellationToken)
    {
        var review = await ReadAsync(id, cancellationToken);
        // Nobody's own words are written over, and advice comes from replies alone.
        var words = review.Drafting.Drafts.Count > 0 ? [] : review.Replies.Where(r => r.Counts && r.Releasable).ToList();
        foreach (var (place, advice) in script.Advice.Take(words.Count).Index())
        {
            JsonArray from = [.. words.Where((_, n) => n % script.Advice.Count == place).Select(r => (JsonNode)r.Number)];
            var draft = (await DoAsync(id, "drafts", "coordinator", new()
            {
                ["text"] = advice.Text.English,
                ["from"] = from,
                ["supports"] = from.DeepClone(),
                ["addressee"] = advice.Addressee,
                ["kind"] = "recommendation",
            })).Number("draft");
            foreach (var audience in new[] { "agency", "public" })
                await WithDraftAsync(id, HttpMethod.Post, $"preview/draft-{Plain(draft)}/release", draft, new()
                { ["for"] = audience }, cancellationToken);
            await WithDraftAsync(id, HttpMethod.Put, $"drafts/{Plain(draft)}/translations/es", draft, new()
            { ["text"] = advice.Text.Spanish, ["translator"] = "Marisol Vega" }, cancellationToken);
        }
        await UntilAsync(id, r => r.Stage is not ReviewStage.Preview, cancellationToken);
    }

    private async Task AnswerFirstAsync(string id, Script script, CancellationToken cancellationToken)
    {
        await TowardsNineAsync(1, cancellationToken);
        var review = await ReadAsync(id, cancellationToken);
        await AnswerAsync(review, script, review.Recommendations[0]);
        await travel.AdvanceAsync(TimeSpan.FromMinutes(1), cancellationToken);
    }

    private async Task AnswerLateAsync(string id, Script script, CancellationToken cancellationToken)
    {
        var review = await ReadAsync(id, cancellationToken);
        var late = review.Recommendations.LastOrDefault(r => r.Waits && r.Addressee != script.Agency)
            ?? review.Recommendations.Last(r => r.Waits);
        foreach (var waits in review.Recommendations.Where(r => r.Waits && r.Number != late.Number))
            await AnswerAsync(review, script, waits);
        if (late.OverdueSince is null)
            await UntilAsync(id, r => r.Recommendations[late.Number - 1] is not { Waits: true, OverdueSince: null }, cancellationToken);
        await TowardsNineAsync(2, cancellationToken);
        review = await ReadAsync(id, cancellationToken);
        foreach (var waits in review.Recommendations.Where(r => r.Waits))
            await AnswerAsync(review, script, waits);
        await UntilAsync(id, r => r.Stage is ReviewStage.Finished && Asked(r).Any(), cancellationToken);
    }

    private async Task VoteAsync(string id, CancellationToken cancellationToken)
    {
        await UntilAsync(id, r => Asked(r).Any(), cancellationToken);
        var review = await ReadAsync(id, cancellationToken);
        foreach (var (place, asked) in Asked(review).Index())
        {
            if (asked is { Choice: null, Skipped: null } && review.InvitationOf(asked.MemberId)?.Channel is Channel.Sms or Channel.Email
                && place < Votes.Length)
                await SayAsync(asked.MemberId, review.InvitationOf(asked.MemberId)!.Channel!.Value.Name(), Votes[place]);
        }
        await UntilAsync(id, r => r.VotesCountedAt is not null, cancellationToken);
    }

    private async Task FollowPromisesAsync(string id, Script script, CancellationToken cancellationToken)
    {
        var review = await ReadAsync(id, cancellationToken);
        foreach (var waits in review.Recommendations.Where(r => r.Waits))
            await AnswerAsync(review, script, waits);
        review = await ReadAsync(id, cancellationToken);
        foreach (var kept in review.Recommendations.Where(Chapters.IsFollowed))
        {
            // Where every promise would be kept, one is broken all the same: that is what this step shows.
            if (AdviceOf(script, kept)?.Evidence is not { } shown
                || !review.Recommendations.Any(r => r.Number != kept.Number && Chapters.IsFollowed(r)))
                continue;
            var path = $"recommendations/{Plain(kept.Number)}/evidence";
            await DoAsync(id, path, kept.Addressee, new() { ["text"] = shown, ["link"] = "https://portal.ct.gov/example" });
            await DoAsync(id, path + "/word", "coordinator", new() { ["accepted"] = true });
        }
        await UntilAsync(id, r => r.Recommendations.Any(Chapters.IsBroken)
            || !r.Recommendations.Any(Chapters.IsFollowed), cancellationToken);
        await TowardsNineAsync(1, cancellationToken);
    }

    private async Task AnswerAsync(Review review, Script script, Recommendation recommendation)
    {
        var answer = AdviceOf(script, recommendation) is { } advice
            ? recommendation.AskedAgain is null ? advice.First : advice.Again
            : new Answered("not-adopted", new("We cannot do this now.", "Ahora no podemos hacer esto."));
        var body = new JsonObject
        {
            ["kind"] = answer.Kind,
            ["reason"] = "As the program's lead decided.",
            ["plainWords"] = new JsonObject { ["en"] = answer.Plain.English, ["es"] = answer.Plain.Spanish },
            ["translator"] = "Marisol Vega",
        };
        if (answer.DoneIn is { } days)
        {
            body["owner"] = $"{recommendation.Addressee} data sharing lead";
            body["dueOn"] = LocalTime.DateIn(LocalTime.Connecticut, clock.GetUtcNow()).AddDays(days)
                .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }
        var who = FirstStart.Agencies.Contains(recommendation.Addressee) ? recommendation.Addressee : "coordinator";
        await DoAsync(review.Id, $"recommendations/{Plain(recommendation.Number)}/answer", who, body);
    }

    // What somebody else wrote has no words of the script.
    private static Advice? AdviceOf(Script script, Recommendation recommendation) =>
        recommendation.Number <= script.Advice.Count && script.Advice[recommendation.Number - 1] is var advice
            && advice.Addressee == recommendation.Addressee ? advice : null;

    private static IEnumerable<FollowUp> Asked(Review review) =>
        review.FollowUps.Where(f => f is { Kind: FollowUpKind.Satisfaction, AskedAt: not null });

    private Task<JsonNode> SayAsync(string member, string box, string words) =>
        client.PostAsync($"/sim/{member}/{box}", null, new JsonObject { ["text"] = words });

    private Task<JsonNode> DoAsync(string id, string part, string who, JsonObject body) =>
        client.PostAsync($"/api/reviews/{id}/{part}", who, body);

    private async Task WithDraftAsync(string id, HttpMethod method, string part, int draft, JsonObject body,
        CancellationToken cancellationToken)
    {
        var written = (await ReadAsync(id, cancellationToken)).Drafting.Drafts.First(d => d.Id == draft);
        await client.SendAsync(method, $"/api/reviews/{id}/{part}", "coordinator", body, $"\"{written.Tag}\"");
    }

    /// <summary>Lets time pass from one due instant to the next until a review is as far as that.</summary>
    /// <exception cref="InvalidOperationException">It is not, within half a year.</exception>
    private async Task UntilAsync(string id, Func<Review, bool> reached, CancellationToken cancellationToken)
    {
        var end = clock.GetUtcNow().AddDays(183);
        while (!reached(await ReadAsync(id, cancellationToken)))
        {
            if (await travel.NextDueAsync(cancellationToken) is not { } due || due > end)
                throw new InvalidOperationException($"Review {id} does not go on from '{await ChapterAsync(id, cancellationToken)}'.");
            await travel.AdvanceToAsync(due, cancellationToken);
        }
    }

    /// <summary>To a quarter past nine some mornings ahead: people work by day.</summary>
    private async Task TowardsNineAsync(int mornings, CancellationToken cancellationToken) => await travel.AdvanceToAsync(
        LocalTime.InstantOf(LocalTime.DateIn(LocalTime.Connecticut, clock.GetUtcNow())
            .AddDays(mornings), new(9, 15), LocalTime.Connecticut), cancellationToken);

    private async Task<Chapter> ChapterAsync(string id, CancellationToken cancellationToken) =>
        Chapters.Of(await ReadAsync(id, cancellationToken));

    private async Task<Review> ReadAsync(string id, CancellationToken cancellationToken) =>
        (await reviews.ReadAsync(id, cancellationToken) ?? throw new InvalidOperationException($"There is no review {id}.")).State;

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
