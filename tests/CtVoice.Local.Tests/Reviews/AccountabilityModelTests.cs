using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Accountability;
using CtVoice.Core.Calendar;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Crashes;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Time;
using CtVoice.Testing.Reviews;

namespace CtVoice.Local.Tests.Reviews;

/// <summary>
/// Random stories over HTTP on the embedded engine in virtual time, with restarts and commands sent twice: the public report
/// says what the model of the rules says.
/// </summary>
public sealed class AccountabilityModelTests(PreparedFolder prepared) : IClassFixture<PreparedFolder>
{
    private static readonly ReviewPolicy Policy = ReviewPolicy.Default;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 60 : 2)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task The_public_report_says_what_the_rules_say_through_restarts_and_repeated_commands(int seed)
    {
        await using var installation = await Installation.StartAsync(prepared);
        var review = new ShortReview(installation);
        await review.ReportAsync(restWaits: true);
        var story = new Story(installation, review.Id, await StateAsync(installation, review.Id), seed);
        for (var i = 0; i < 25; i++)
        {
            await story.DoSomethingAsync();
            await story.CompareAsync();
        }
        await story.PassAsync(TimeSpan.FromDays(400));
        await story.CompareAsync();
        story.CheckNotices(await StateAsync(installation, review.Id));
        Assert.Empty((await installation.Service<ReviewStore>().VerifyAsync(review.Id))!);
    }

    [Fact]
    public async Task Whoever_waits_for_information_is_not_shown_to_have_broken_a_promise()
    {
        await using var installation = await Installation.StartAsync(prepared);
        var review = new ShortReview(installation);
        await review.ReportAsync(restWaits: true);
        var (status, text) = await installation.AskAsync(HttpMethod.Post, $"/api/reviews/{review.Id}/recommendations/1/answer", "DSS",
            new JsonObject
            {
                ["kind"] = "needs-information",
                ["reason"] = "Which shelters?",
                ["plainWords"] = new JsonObject { ["en"] = "We will see." },
                ["owner"] = "Data lead",
            });
        Assert.True(status is HttpStatusCode.OK, text);

        await installation.PassToAsync(installation.Service<LocalClock>().GetUtcNow().AddDays(120));

        var report = await installation.GetAsync($"/api/reviews/{review.Id}/report", "DSS");
        var promise = report["recommendations"]![0]!["answer"]!["commitment"]!;
        Assert.Equal(("open", null), (promise["state"]!.GetValue<string>(), promise["notDeliveredSince"]?.ToString()));
    }

    private static async Task<Review> StateAsync(Installation installation, string id) =>
        (await installation.Service<ReviewStore>().ReadAsync(id))!.State;

    private sealed class Story(Installation installation, string id, Review review, int seed)
    {
        private readonly Random random = new(seed);
        private readonly List<ModelRecommendation> model =
            [.. review.Recommendations.Select(r => new ModelRecommendation(r.Addressee, r.SentAt, r.DueAt))];
        private readonly ModelWords words = WordsOf(review);
        private readonly List<string> said = [];

        private DateTimeOffset Now => installation.Service<LocalClock>().GetUtcNow();

        internal async Task DoSomethingAsync()
        {
            var number = random.Next(1, model.Count + 1);
            var one = model[number - 1];
            var today = LocalTime.DateIn(BusinessCalendar.Zone, Now);
            switch (random.Next(12))
            {
                case 0 or 1:
                    var kind = (AnswerKind)random.Next(5);
                    var reason = random.Next(3).ToString(CultureInfo.InvariantCulture);
                    DateOnly? dueOn = kind is AnswerKind.Adopted or AnswerKind.AdoptedInPart ? today.AddDays(random.Next(1, 60)) : null;
                    // The day is part of an answer: what says the same otherwise says something new.
                    if (one.Answers.Count > 0 && one.Answers[^1] == (kind, reason))
                        reason += "'";
                    await SendAsync(number, "answer", one.Answer(kind, reason, dueOn, Now, Policy), repeats: true, new()
                    {
                        ["kind"] = System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()),
                        ["reason"] = reason,
                        ["plainWords"] = new JsonObject { ["en"] = "We will see." },
                        ["owner"] = "Data lead",
                        ["dueOn"] = dueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    });
                    break;
                case 2:
                    var days = random.Next(1, Policy.AnswerExtensionDays + 1);
                    await SendAsync(number, "extension", one.Extend(days, Now, Policy), repeats: false, new()
                    { ["businessDays"] = days, ["reason"] = "Leave." });
                    break;
                case 3:
                    await SendAsync(number, "evidence", one.Show(), repeats: true, new() { ["text"] = "Done." });
                    break;
                case 4:
                    var accepted = random.Next(2) == 0;
                    await SendAsync(number, "evidence/word", one.Judge(accepted), repeats: true, new()
                    { ["accepted"] = accepted, ["reason"] = "So." }, "coordinator");
                    break;
                case 5:
                    var to = today.AddDays(random.Next(1, 60));
                    await SendAsync(number, "commitment", one.Move(to), repeats: true, new()
                    {
                        ["dueOn"] = to.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                        ["reason"] = "Vendor.",
                    });
                    break;
                case 10 or 11:
                    await DecideAsync(words.Numbers.ElementAt(random.Next(words.Numbers.Count())));
                    break;
                case 6:
                    said.Add("restart");
                    var before = Now;
                    await installation.RestartAsync();
                    Assert.Equal(before, Now);
                    break;
                default:
                    await PassAsync(TimeSpan.FromHours(random.Next(1, 24 * 8)));
                    break;
            }
        }

        internal async Task PassAsync(TimeSpan span)
        {
            var to = Now + span;
            said.Add($"pass to {to:O}");
            await installation.PassToAsync(to);
            if (words.DueAt is { } day && day <= to)
            {
                var due = BusinessCalendar.Connecticut.EndOfWindow(day, Policy.AnswerBusinessDays, Policy.ClosesAt).At;
                model.AddRange(words.Look(day).Select(_ => new ModelRecommendation("DSS", day, due)));
            }
            model.ForEach(r => r.Look(to, Policy));
        }

        internal async Task CompareAsync()
        {
            var report = await installation.GetAsync($"/api/reviews/{id}/report", "DSS");
            Same(
                [(model.Count, words.Published.NotDecided, words.WithheldShown, words.SentAt)],
                [(report["recommendations"]!.AsArray().Count, report["notDecided"]!.GetValue<int>(), report["withheld"]!
                    .GetValue<int>(), At(report["supplement"]?["sentAt"]))]);
            for (var i = 0; i < model.Count; i++)
            {
                var shown = report["recommendations"]![i]!;
                var answers = shown["earlierAnswers"]!.AsArray().Append(shown["answer"]).OfType<JsonNode>().ToList();
                Same(model[i].Answers.Select(a => $"{a.Kind} {a.Reason}"), answers.Select(a => $"{Kind(a)} {a["reason"]}"));
                var promise = shown["answer"]?["commitment"];
                Same(
                    [$"{model[i].Due:O} {model[i].OverdueSince:O} {model[i].Promised:O} {State(model[i])} {model[i].NotDeliveredSince:O}"],
                    [$"{At(shown["dueAt"]):O} {At(shown["overdueSince"]):O} {promise?["dueOn"]} {promise?["state"]} "
                        + $"{At(promise?["notDeliveredSince"]):O}"]);
            }
        }

        /// <summary>Nobody was reminded twice of the same, during a lawful extension, or escalated twice in one step.</summary>
        internal void CheckNotices(Review after)
        {
            var named = after.Notices.SelectMany(n => n.Recommendations.Select(r => (Number: r, n.Kind, n.DueAt, n.SentAt))).ToList();
            Same(named.Select(n => (n.Number, n.Kind, n.DueAt)).Distinct(), named.Select(n => (n.Number, n.Kind, n.DueAt)));
            foreach (var (number, kind, dueAt, sentAt) in named.Where(n => !n.Kind.StartsWith("promise", StringComparison.Ordinal)))
            {
                Assert.True(AddresseeSchedule.IsEscalation(kind) == sentAt >= dueAt, string.Join('\n', said));
                Assert.DoesNotContain(after.Recommendations[number - 1].Extensions, e => e.From == dueAt && sentAt > e.At);
            }
        }

        private static ModelWords WordsOf(Review reported)
        {
            var words = new ModelWords(reported.Report!.SentAt, Policy);
            foreach (var reply in reported.Replies.Where(r => r is { Releasable: true, Release: null }))
                words.Add(reply.Number);
            return words;
        }

        /// <summary>The office decides on words that waited, in time for the supplement or late.</summary>
        private async Task DecideAsync(int reply)
        {
            // Whether members are being told is known once everything that is due has happened.
            await PassAsync(TimeSpan.Zero);
            var finished = (await installation.GetAsync($"/api/reviews/{id}", "coordinator"))["stage"]!.GetValue<string>() == "finished";
            switch (random.Next(3))
            {
                case 0:
                    await SendWordsAsync(reply, "release", words.Release(reply, Now, finished), new() { ["for"] = "agency" });
                    break;
                case 1:
                    await SendWordsAsync(reply, "take-back", words.TakeBack(reply), new() { ["for"] = "agency", ["reason"] = "So." });
                    break;
                // Whose writer may have been told is not withheld anew.
                case 2 when !finished:
                    var because = random.Next(2) == 0 ? "danger" : "off-topic";
                    await SendWordsAsync(reply, "withhold", words.Withhold(reply, because), new() { ["because"] = because });
                    break;
            }
        }

        private async Task SendWordsAsync(int reply, string what, bool changes, JsonObject body)
        {
            said.Add($"{what} reply {reply} at {Now:O}: {body.ToJsonString()}");
            var (status, text) =
                await installation.AskAsync(HttpMethod.Post, FormattableString.Invariant($"/api/reviews/{id}/preview/reply-{reply}/{what}"),
                    "coordinator", body);
            // Withheld twice for one reason is once.
            Assert.True(status is HttpStatusCode.OK ? changes || what == "withhold" : !changes
                && status is HttpStatusCode.Conflict, $"{status} {text}\n{string.Join('\n', said)}");
        }

        private static string? State(ModelRecommendation one) =>
            one.Promised is null ? null : one.Delivered ? "delivered" : one.NotDeliveredSince is null ? "open" : "not-delivered";

        private static AnswerKind Kind(JsonNode answer) =>
            Enum.Parse<AnswerKind>(answer["kind"]!.GetValue<string>().Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

        private static DateTimeOffset? At(JsonNode? node) => node?.GetValue<DateTimeOffset>().ToUniversalTime();

        /// <summary>A command, at times sent twice by somebody who got no answer.</summary>
        private async Task SendAsync(int number, string what, bool changes, bool repeats, JsonObject body, string who = "DSS")
        {
            said.Add($"{what} of {number} at {Now:O}: {body.ToJsonString()}");
            var path = FormattableString.Invariant($"/api/reviews/{id}/recommendations/{number}/{what}");
            var (status, text) = await installation.AskAsync(HttpMethod.Post, path, who, body.DeepClone());
            // What changes nothing is either said to be so, or does not fit.
            Assert.True(status is HttpStatusCode.OK
                || !changes && status is HttpStatusCode.Conflict or HttpStatusCode.BadRequest,
                $"{status} {text}\n{string.Join('\n', said)}");
            if (changes && repeats && random.Next(2) == 0)
                Assert.Equal(HttpStatusCode.OK, (await installation.AskAsync(HttpMethod.Post, path, who, body.DeepClone())).Status);
        }

        private void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual) => Assert.True(
            expected.SequenceEqual(actual),
            $"Expected {string.Join("; ", expected)}\ngot {string.Join("; ", actual)}\n{string.Join('\n', said)}");
    }
}
