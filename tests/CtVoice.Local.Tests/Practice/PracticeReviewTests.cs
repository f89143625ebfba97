using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Honoraria;
using CtVoice.Core.Ledger;
using CtVoice.Core.Lists;
using CtVoice.Core.RealPeople;
using CtVoice.Core.Reviews;
using CtVoice.Core.Storage;
using CtVoice.Core.Subscriptions;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Subscriptions;
using CtVoice.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Practice;

/// <summary>A whole review on phones of staff: the same code, every message marked, nothing public, no member asked.</summary>
public sealed class PracticeReviewTests
{
    private const string Title = "Text messages about food help";

    [Fact]
    public async Task A_practice_review_runs_to_its_end_on_phones_of_staff_and_nobody_else_hears_of_it()
    {
        await using var story = await ReviewStory.BeginAsync(
            change: services => services.AddSingleton<IEventSender, DeafSubscriber>(), unhurried: true);
        var subscription =
            (await story.AskAsync(HttpMethod.Post, "/api/subscriptions", "DSS", new() { ["url"] = "https://hooks.example.org/ctvoice" }))
            .Body["subscription"]!["id"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.Conflict,
            (await story.AskAsync(HttpMethod.Post, "/api/practice/reviews", "coordinator", new() { ["agency"] = "DSS" })).Status);
        var member = (await story.Service<ContactStore>().ForSendingAsync("m-01"))!;
        Assert.Contains("Members never practise", (await AddAsync(story, "Renee Okafor", member.Phone)).Text, StringComparison.Ordinal);
        List<string> people = [];
        foreach (var (phone, email, language) in ((string?, string?, string)[])
            [("+18605550181", null, "en"), ("+18605550182", null, "es"), ("+18605550183", null, "en"), (null, "lee@example.org", "en"),
                ("+18605550185", null, "es"), ("+18605550186", null, "en")])
            people.Add((await AddAsync(story, "Renee Okafor", phone, email, language)).Body["id"]!.GetValue<string>());
        await ReportsAndAnswersAsync(story, people);

        // Everything that was sent says what it is, to whomever it went.
        foreach (var person in people)
        {
            var sent = await story.SentToAsync(person,
                (await story.MemberAsync(person)).UsableChannels.First() is Channel.Email ? "email" : "sms");
            // An alternate whom nobody needed hears nothing.
            Assert.True(sent.Count > 0 || (await story.StateAsync()).InvitationOf(person) is null);
            Assert.All(sent, m => Assert.StartsWith(Practising.Mark, m.Text, StringComparison.Ordinal));
            Assert.All(sent.Select(m => m.Subject)
                .OfType<string>(), subject => Assert.StartsWith(Practising.Mark, subject, StringComparison.Ordinal));
        }
        Assert.All(story.Carrier.Mails.Concat(story.Carrier.Notices),
            m => Assert.Contains(Practising.Mark, m.Key.StartsWith("digest|", StringComparison.Ordinal) ? m.Text : m.Subject,
                StringComparison.Ordinal));
        Assert.Contains(story.Carrier.Mails, m => m.Key.StartsWith("alert|", StringComparison.Ordinal));

        // No member was asked, told, counted or is owed anything.
        foreach (var one in await story.Service<BoardStore>().BoardAsync(2027))
        {
            Assert.Equal(MemberLoad.None, one.Load);
            var contact = (await story.Service<ContactStore>().ForSendingAsync(one.Member.Id))!;
            Assert.True(contact.Phone is null || (await story.SentToAsync(one.Member.Id)).Count == 0, one.Member.Id);
            Assert.True(contact.Email is null || (await story.SentToAsync(one.Member.Id, "email")).Count == 0, one.Member.Id);
        }
        Assert.Empty((await story.Service<PaymentStore>().OfYearAsync(2027)).Lines);
        Assert.Empty((await story.Service<EventOutbox>().ReadAsync(subscription, null)).Deliveries.Lines);
        Assert.Empty((await story.Service<CheckpointStore>().LatestAsync())!.Read().Reviews);
        Assert.Empty(await story.Service<ReviewStore>().YearsAsync());
        foreach (var list in new[] { ReviewLists.Register(2027), ReviewLists.OfYear(2027) })
            Assert.Empty((await story.Service<TableSet>().Records.QueryAsync(new(list))).Rows);

        // It is a whole review all the same: its ledger verifies, and it answers for itself before real people are asked.
        Assert.Empty((await story.Service<ReviewStore>().VerifyAsync(story.Id))!);
        var done = (await story.Service<BeforeRealPeople>().ReadAsync()).Single(s => s.What.Id == Precondition.Practice);
        Assert.Equal($"Practice review {story.Id}", done.Answer!.By);

        // Whoever practises no longer gets nothing more, and their name and number are gone.
        Assert.Equal(HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Delete, $"/api/practice/people/{people[0]}", "coordinator")).Status);
        Assert.Null(await story.Service<ContactStore>().ForSendingAsync(people[0]));
    }

    /// <summary>The review from its beginning to its end, looked at from outside at every turn.</summary>
    private static async Task ReportsAndAnswersAsync(ReviewStory story, List<string> people)
    {
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/practice");
        await desk.SendAsync("begin", ("agency", "DSS"));
        Assert.Equal("/desk/practice?done=deskBeginPracticeReview", desk.Path);
        story.Follow(Assert.Single(await story.Service<ReviewStore>().PracticeIdsAsync()));
        await story.SettleAsync();
        Assert.All((await story.StateAsync()).Panel!.Seats, seat => Assert.Contains(seat.MemberId, people));
        await NothingIsPublicAsync(story);

        // The translator is a person, and named on the page: that is practised too.
        await desk.OpenAsync($"/desk/reviews/{story.Id}/texts");
        await desk.SendAsync("text-es", ("translator", "Marisol Vega"));
        Assert.Empty(desk.Faults);
        await story.ReleaseTextsAsync();
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        await desk.OpenAsync($"/desk/reviews/{story.Id}/panel");
        Assert.Contains("PRACTICE: this review is not real.", desk.Says, StringComparison.Ordinal);
        var asked = (await story.StateAsync()).Invitations.Where(i => i.Channel is Channel.Sms).ToList();
        foreach (var (language, says) in new[]
            { ("en", "PRACTICE: this review is not real."), ("es", "ENSAYO: esta consulta no es real.") })
        {
            var text = (await story.SentToAsync(asked.First(i => i.Language == language).MemberId))[0].Text;
            using var http = new HttpClient { BaseAddress = story.Url };
            Assert.Contains(says, WebUtility.HtmlDecode(await http.GetStringAsync(Regex.Match(text, "/r/[A-Za-z0-9]+").Value)),
                StringComparison.Ordinal);
        }
        await story.SaysAsync(asked[0].MemberId, "HELP");
        await story.SaysAsync(asked[1].MemberId, "I cant do this anymore, goodbye");
        // The daily digest names it by its id alone, so that it must be done with by then.
        var danger = Assert.Single(await story.Service<Matters>().OpenAsync());
        _ = await story.Service<Matters>().NoteAsync(danger.Id, "safe", "k-1", story.Now);
        await story.EverybodySaysAsync("2 Say the date and nothing else.");
        await story.EverybodySaysAsync("Never name the program in the text.");
        await NothingIsPublicAsync(story);

        await UntilAsync(story, ReviewStage.Answering);
        foreach (var recommendation in (await story.StateAsync()).Recommendations)
            await story.AnswerAsync(recommendation.Number, recommendation.Addressee);
        await NothingIsPublicAsync(story);
        await UntilAsync(story, ReviewStage.Finished);
        await NothingIsPublicAsync(story);
    }

    private static async Task UntilAsync(ReviewStory story, ReviewStage stage)
    {
        for (var day = 0; day < 60 && (await story.StateAsync()).Stage != stage; day++)
            await story.AdvanceAsync(TimeSpan.FromDays(1));
        Assert.Equal(stage, (await story.StateAsync()).Stage);
    }

    /// <summary>Everything that anybody may read without a key, by its id and without: the review is nowhere.</summary>
    private static async Task NothingIsPublicAsync(ReviewStory story)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        var read = 0;
        foreach (var route in Operation.All(story.Service<EndpointDataSource>()))
        {
            if (route.Method != "GET" || route.Access.Kind != AccessKind.Public
                || route.Template.StartsWith("sim", StringComparison.Ordinal)
                || route.Values.Any(v => v is not ("id" or "agency")))
                continue;
            var path = route.Template.Replace("{id}", story.Id, StringComparison.Ordinal)
                .Replace("{agency}", "DSS", StringComparison.Ordinal);
            using var answer = await http.GetAsync("/" + path);
            var text = await answer.Content.ReadAsStringAsync();
            if (route.Values.Contains("id"))
                Assert.True(answer.StatusCode is HttpStatusCode.NotFound, path);
            if (route.Template != "openapi.json")
                Assert.False(Told(text, story.Id), path);
            read++;
        }
        Assert.True(read > 25, $"Only {read} public pages and lists were read.");
        // An agency that has no part in it sees nothing either.
        Assert.False(Told((await story.AskAsync(HttpMethod.Get, "/api/reviews", "OEC")).Text, story.Id));

        static bool Told(string text, string id) =>
            text.Contains(id, StringComparison.Ordinal) || text.Contains(Title, StringComparison.OrdinalIgnoreCase);
    }

    private static Task<ApiAnswer> AddAsync(ReviewStory story, string name, string? phone, string? email = null, string language = "en")
    {
        var body = new JsonObject { ["name"] = name, ["language"] = language, ["agreed"] = true };
        if (phone is not null)
            body["phone"] = phone;
        if (email is not null)
            body["email"] = email;
        return story.AskAsync(HttpMethod.Post, "/api/practice/people", "coordinator", body);
    }
}
