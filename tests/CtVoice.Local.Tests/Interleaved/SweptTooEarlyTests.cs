using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Board.Erasing;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Workflows;
using CtVoice.Local.Tests.Conversations;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Time;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace CtVoice.Local.Tests.Interleaved;

/// <summary>
/// A sweep that comes between any two writes of an operation, far too early, loses nothing: not when the operation goes on,
/// and not when the process dies with the write that follows and whoever asked asks again.
/// </summary>
public sealed class SweptTooEarlyTests(ITestOutputHelper output)
{
    private static readonly HttpMethod Post = HttpMethod.Post;

    [Fact]
    public Task A_text_that_answers_a_question_is_taken_and_answered() => SweptAsync(
        prepare: async story =>
        {
            await story.SubmitAsync();
            await story.ReleaseTextsAsync();
            return (await story.TextersAsync())[0];
        },
        ask: (story, member) =>
            story.AskAsync(Post, $"/sim/{member}/sms", null, new JsonObject { ["text"] = "2 without names", ["id"] = "SMone" }),
        missing: async (story, member) => Assert.Single((await story.StateAsync()).Replies).Choice == 2
            && (await story.SentToAsync(member)).Count(m => m.Text.Contains("We saved", StringComparison.Ordinal)) == 1
            ? null
            : "the reply or its receipt");

    [Fact]
    public Task A_member_who_is_entered_is_welcomed() => SweptAsync(
        prepare: async story =>
        {
            await WelcomeTests.AddAsync(story, "m-90", ["en"], ["sms"], entered: false);
            return "";
        },
        ask: async (story, _) =>
        {
            await story.AskAsync(HttpMethod.Put, "/api/members/m-90/contact", "coordinator", new JsonObject
            { ["name"] = "Quinn Example", ["phone"] = "(203) 555-0190" });
            await story.AskAsync(Post, "/api/members/m-90/consent", "coordinator", new JsonObject
            {
                ["channel"] = "sms",
                ["state"] = "given",
                ["textVersion"] = "form/1",
                ["how"] = "paper form",
            });
        },
        missing: (story, _) => WelcomedAsync(story, "m-90"));

    [Fact]
    public Task A_member_of_a_file_whom_the_coordinator_welcomes_is_welcomed() => SweptAsync(
        prepare: _ => Task.FromResult("m-09"),
        ask: (story, _) => story.AskAsync(Post, "/api/members/m-09/welcome", "coordinator", null),
        missing: (story, _) => WelcomedAsync(story, "m-09"));

    [Fact]
    public Task A_request_becomes_a_review_that_asks_for_its_texts_and_tells_its_subscribers()
    {
        var listener = new Listener();
        return SweptAsync(
            prepare: async story =>
            {
                listener.Taken.Clear();
                await story.AskAsync(Post, "/api/subscriptions", "DSS", new JsonObject { ["url"] = "https://dss.example/hook" });
                return "";
            },
            ask: async (story, _) => story.Follow((await story.TrySubmitAsync()).Body["id"]?.GetValue<string>() ?? story.Id),
            missing: async (story, _) => (await story.StateAsync()).Stage is not ReviewStage.Preparing
                ? $"the review stands at {(await story.StateAsync()).Stage}"
                : listener.Taken.Count(t => t.EndsWith("-project-submitted-1", StringComparison.Ordinal)) != 1
                    ? $"events: {string.Join(", ", listener.Taken)}"
                : null,
            change: services => services.AddSingleton<IEventSender>(listener));
    }

    [Fact]
    public Task Events_that_are_asked_for_again_are_sent_again()
    {
        var listener = new Listener();
        return SweptAsync(
            prepare: async story =>
            {
                var subscription =
                    await story.AskAsync(Post, "/api/subscriptions", "DSS", new JsonObject { ["url"] = "https://dss.example/hook" });
                await story.SubmitAsync();
                listener.Taken.Clear();
                Assert.True((int)subscription.Status < 300, subscription.Text);
                return subscription.Body["subscription"]!["id"]!.GetValue<string>();
            },
            ask: (story, id) =>
                story.AskAsync(Post, $"/api/subscriptions/{id}/replay", "DSS", new JsonObject { ["from"] = ReviewStory.Monday }),
            missing: (story, _) => Task.FromResult(listener.Taken.Contains($"{story.Id}-project-submitted-1") ? null : "the event"),
            change: services => services.AddSingleton<IEventSender>(listener));
    }

    [Fact]
    public Task A_decision_of_the_coordinator_has_all_its_effects() => SweptAsync(
        prepare: async story =>
        {
            await story.SubmitAsync();
            await story.ReleaseTextsAsync();
            return "";
        },
        ask: (story, _) =>
            story.AskAsync(Post, $"/api/reviews/{story.Id}/extend", "coordinator", new JsonObject
            { ["businessDays"] = 2, ["reason"] = "A storm." }),
        // Not asked again: once it is decided, all of it follows.
        again: false,
        missing: async (story, _) => (await story.LedgerAsync("window-extended")).Count == 0
            || (await story.StateAsync()).Invitations.All(i => i.SentAt is null || i.MovesTold == 1)
                && (await story.Service<TableSet>().Records.QueryAsync(TableQuery.StartingWith($"review|{story.Id}", "effect|"))).Rows.Count
                    == 0 ? null : "effects of the extension");

    [Fact]
    public Task An_erase_request_is_carried_out() => SweptAsync(
        prepare: async story =>
        {
            await story.SubmitAsync();
            await story.ReleaseTextsAsync();
            return (await story.TextersAsync())[0];
        },
        ask: (story, member) =>
            story.AskAsync(Post, $"/api/members/{member}/erase", "coordinator", new JsonObject { ["told"] = "by-phone" }),
        missing: async (story, member) => (await story.Service<ErasureStore>().FindAsync(member))?.DoneAt is not null
            && await story.Service<ContactStore>().ForSendingAsync(member) is null ? null : "the erasure",
        most: 24);

    [Fact]
    public Task A_file_of_members_is_imported_whole_or_not_at_all() => SweptAsync(
        prepare: _ => Task.FromResult(
            "member_id,name,phone,languages,channels,term_from\n" + string.Concat(Enumerable.Range(1, 3).Select(n =>
                string.Create(CultureInfo.InvariantCulture, $"m-8{n},Jo Example,203-555-018{n},en,sms,2027-01-01\n")))),
        ask: async (story, file) =>
        {
            using var http = new HttpClient { BaseAddress = story.Url };
            _ = await http.AskAsync(Post, "/api/board/import", story.Key("coordinator"),
                new StringContent(file, Encoding.UTF8, "text/csv"));
        },
        // Not asked again: the file is imported from the moment that it is staged.
        again: false,
        missing: async (story, _) =>
        {
            var members = (await story.Service<BoardStore>().MembersAsync()).Count(m => m.Id.StartsWith("m-8", StringComparison.Ordinal));
            var left = await story.Service<TableSet>().Contacts.QueryAsync(new("board-import"));
            return members is not (0 or 3) ? $"{3 - members} members" : left.Rows.Count > 0 ? "staged pieces are left" : null;
        });

    /// <summary>Plays an operation with a sweep after each of its writes in turn, going on or dying with the write after that.</summary>
    private async Task SweptAsync(
        Func<ReviewStory, Task<string>> prepare, Func<ReviewStory, string, Task> ask, Func<ReviewStory, string, Task<string?>> missing,
        bool again = true, int most = int.MaxValue, Action<IServiceCollection>? change = null)
    {
        var (lost, writes) = (new List<string>(), int.MaxValue);
        foreach (var dies in new[] { false, true })
        {
            for (var after = 1; after < Math.Min(writes, most); after++)
            {
                var swept = new SweptBetween();
                await using var story = await ReviewStory.BeginAsync(change: services =>
                {
                    swept.Into(services);
                    change?.Invoke(services);
                });
                var about = await prepare(story);
                await swept.RunAsync(() => ask(story, about), after, dies, between: async () =>
                {
                    await story.Service<LocalClock>().MoveToAsync(story.Now + DueRows.Grace + TimeSpan.FromSeconds(1));
                    await story.Service<Sweep>().RunAsync();
                });
                // How many there are is known once it went through.
                if (!dies)
                    writes = Math.Min(writes, swept.Writes);
                if (swept.Died && again)
                    await ask(story, about);
                await story.AdvanceAsync(TimeSpan.FromDays(1.5));
                if (await missing(story, about) is { } what)
                    lost.Add(string.Create(CultureInfo.InvariantCulture, $"after write {after}{(dies ? ", then death" : "")}: {what}"));
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{writes} writes"));
        Assert.InRange(writes, 2, 500);
        Assert.Empty(lost);
    }

    private static async Task<string?> WelcomedAsync(ReviewStory story, string member) =>
        (await story.SentToAsync(member)).Count(m => m.Text.Contains("a few times a year", StringComparison.Ordinal)) switch
        {
            1 => null,
            0 => "the welcome",
            var more => string.Create(CultureInfo.InvariantCulture, $"welcomed {more} times"),
        };

    private sealed class Listener : IEventSender
    {
        internal List<string> Taken { get; } = [];

        public Task<EventAnswer> SendAsync(OutgoingEvent outgoing, CancellationToken cancellationToken = default)
        {
            lock (Taken)
                Taken.Add(outgoing.Id);
            return Task.FromResult(new EventAnswer(EventAnswerKind.Taken, "HTTP 204"));
        }
    }
}
