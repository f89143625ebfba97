using System.Net;
using CtVoice.Core.Board;
using CtVoice.Core.Calendar;
using CtVoice.Core.Conversations.Words;
using CtVoice.Core.Reviews;
using CtVoice.Core.Reviews.FollowUps;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Pages;

namespace CtVoice.Local.Tests.Reviews;

public sealed class PaperLetterStoryTests
{
    [Fact]
    public async Task Who_takes_letters_only_is_asked_by_post_and_answers_on_the_page_behind_the_square_or_on_paper()
    {
        await using var story = await LettersOnlyAsync();
        await story.SubmitAsync(questions: 2);
        await story.ReleaseTextsAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        var members = (await story.StateAsync()).Invitations.Select(i => i.MemberId).ToList();
        var todo = (await story.AskAsync(HttpMethod.Get, "/api/todo", "coordinator")).Text;
        Assert.Contains("post-letters", todo, StringComparison.Ordinal);
        Assert.DoesNotContain("call-members", todo, StringComparison.Ordinal);
        Assert.Null((await story.StateAsync()).Window);

        var page = $"/desk/reviews/{story.Id}/panel";
        await desk.OpenAsync(page);
        Assert.Equal(members.Order(StringComparer.Ordinal),
            desk.Page.Forms.Select(f => f.Id).OfType<string>().Where(id => id.StartsWith("posted-", StringComparison.Ordinal))
                .Select(id => id["posted-".Length..]).Order(StringComparer.Ordinal));
        await desk.SendAsync("letter-" + members[0]);
        Assert.Equal(HttpStatusCode.OK, desk.Status);
        Assert.Contains("12 Example Street", desk.Says, StringComparison.Ordinal);
        Assert.Equal(2, desk.Page.QuerySelectorAll("article.paper section p strong").Length);
        Assert.NotEmpty(desk.Page.QuerySelector("article.paper svg.qr path")!.GetAttribute("d")!);
        Assert.Contains($"post/{story.Id}", (await desk.ViewsAsync()).Select(v => v.Screen));
        var link = new Uri(desk.Page.QuerySelectorAll("article.paper p.num")[0].TextContent.Trim()).AbsolutePath;

        await desk.OpenAsync(page);
        await desk.SendAsync("posted-" + members[0]);
        var window = (await story.StateAsync()).Window!;
        Assert.Equal(
            BusinessCalendar.Connecticut.EndOfWindow(window.OpensAt, 10 + Postage.Default, ReviewPolicy.Default.ClosesAt).At,
            window.ClosesAt);
        foreach (var other in members.Skip(1))
        {
            Assert.Equal(HttpStatusCode.OK, (await PostedAsync(story, other)).Status);
        }
        Assert.Equal(HttpStatusCode.Conflict, (await PostedAsync(story, members[0])).Status);

        // A week later: the page behind the square, and a letter that came back on paper.
        await story.AdvanceAsync(TimeSpan.FromDays(16));
        using var browser = new MemberBrowser(story);
        await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, browser.Status);
        await browser.PressAsync(link, "answer", ("choice-1", "2"), ("words-1", "take names out"), ("choice-2", "1"));
        using var later = await DeskVisitor.SignInAsync(story);
        await later.OpenAsync($"/desk/reviews/{story.Id}/dictate");
        await later.SendAsync("reply", ("memberId", members[1]), ("question", "1"), ("choice", "3"), ("words", "No."));
        Assert.Equal(["Read it back to the member first; it counts once they agree."], later.Faults);
        await later.SendAsync("reply", ("fromPaper", "true"));
        Assert.Equal(HttpStatusCode.OK, later.Status);

        var review = await story.StateAsync();
        Assert.Equal([members[0], members[1]], review.Replies.Select(r => r.MemberId).Distinct());
        Assert.True(review.Replies.Single(r => r.MemberId == members[1]).Pieces.Single().Dictation!.FromPaper);
        // Of those who are silent since, each has one letter that reminds; it waits until somebody posts it.
        Assert.Empty(review.Invitations.SelectMany(i => i.Reminders));
        Assert.Equal(members.Skip(2).Order(StringComparer.Ordinal),
            (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/post", "coordinator")).Body.AsArray()
                .Where(w => w!["kind"]!.GetValue<string>() == "reminder-after-3").Select(w => w!["memberId"]!.GetValue<string>())
                .Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await story.LedgerAsync(), e => e.Facts.ToString().Contains("Example Street", StringComparison.Ordinal));
        await later.OpenAsync(page);
        Assert.Contains("Reminder, in ", later.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("after 3", later.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postal_address_is_entered_by_page_api_and_file_and_a_member_who_leaves_the_board_takes_it_along()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/members/m-01");
        await desk.SendAsync("contact");
        await desk.SendAsync("save", ("post", "12 Example Street"));
        Assert.StartsWith("A postal address has 2 to 5 lines", Assert.Single(desk.Faults), StringComparison.Ordinal);
        await desk.SendAsync("save", ("post", " 12 Example Street \r\n\r\nHartford, CT 06101"));

        var stored = (await story.Service<ContactStore>().ForSendingAsync("m-01"))!;
        Assert.Equal("12 Example Street\nHartford, CT 06101", stored.Post);
        Assert.Equal(stored.Post,
            (await story.AskAsync(HttpMethod.Get, "/api/members/m-01/contact", "coordinator")).Body["post"]!.GetValue<string>());
        // A file that says nothing of letters leaves it.
        await desk.OpenAsync("/desk/members/import");
        await desk.SendFileAsync("file", "board.csv", await File.ReadAllBytesAsync(Harness.Samples.Path("board", "board.csv")));
        Assert.Contains("0 new, 0 changed, 24 as they are.", desk.Says, StringComparison.Ordinal);
        Assert.Equal(stored.Post, (await story.Service<ContactStore>().ForSendingAsync("m-01"))!.Post);

        await desk.OpenAsync("/desk/members/m-01/erase");
        await desk.SendAsync("erase", ("told", "by-phone"));
        Assert.DoesNotContain(await story.EveryRowAsync(), row => row.Contains("Example Street", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_rules_want_notice_question_and_date_are_public_a_day_before_a_majority_is_asked()
    {
        await using var story = await ReviewStory.BeginAsync(policy: ReviewStory.Rules with { NoticeHours = 24 });
        foreach (var member in (await story.Service<BoardStore>().MembersAsync()).Skip(12))
            await story.ChangeAsync(member.Id, m => m with { State = MemberState.Left });
        await story.SubmitAsync();
        Assert.Equal("[]", (await story.AskAsync(HttpMethod.Get, "/api/register/notices", null)).Text);
        await story.ReleaseTextsAsync();

        var notice = Assert.Single((await story.AskAsync(HttpMethod.Get, "/api/register/notices", null)).Body.AsArray())!;
        Assert.Equal(story.Id, notice["review"]!.GetValue<string>());
        Assert.Equal(ReviewStory.Monday.AddHours(24), notice["asksFrom"]!.GetValue<DateTimeOffset>());
        using var http = new HttpClient { BaseAddress = story.Url };
        var question = notice["questions"]![0]!.GetValue<string>();
        Assert.Contains("1 notice stands.", await http.GetStringAsync("/register/notices"), StringComparison.Ordinal);
        Assert.Contains(System.Security.SecurityElement.Escape(question),
            await http.GetStringAsync("/api/register/notices.atom"), StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromHours(23));
        Assert.Equal(ReviewStage.Preparing, (await story.StateAsync()).Stage);
        await story.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(ReviewStage.Open, (await story.StateAsync()).Stage);
        Assert.NotNull((await story.AskAsync(HttpMethod.Get, "/api/register/notices", null)).Body[0]!["until"]);
    }

    [Fact]
    public async Task A_reminder_and_the_drafts_go_on_paper_while_they_can_be_answered_by_post_and_both_come_back()
    {
        await using var story = await LettersOnlyAsync();
        var members = await AskedByPostAsync(story);

        // Three business days after the five of the post.
        var reminds = BusinessCalendar.Connecticut.EndOfWindow(story.Now, 8, ReviewPolicy.Default.RemindsAt).At;
        await story.AdvanceToAsync(reminds.AddMinutes(-1));
        Assert.Equal("[]", (await WantedAsync(story)).ToJsonString());
        await story.AdvanceToAsync(reminds.AddHours(1));
        Assert.Equal(members.Count, (await WantedAsync(story)).Count);
        using (var desk = await DeskVisitor.SignInAsync(story))
        {
            await desk.OpenAsync($"/desk/reviews/{story.Id}/panel");
            await desk.SendAsync("letter-" + members[0]);
            var language = (await story.StateAsync()).InvitationOf(members[0])!.Language;
            Assert.Contains(PaperWords.In(language).Again, desk.Says, StringComparison.Ordinal);
            Assert.Single(desk.Page.QuerySelectorAll("article.paper section p strong"));
            await desk.OpenAsync($"/desk/reviews/{story.Id}/panel");
            await desk.SendAsync("posted-" + members[0]);
            Assert.Equal(HttpStatusCode.OK, desk.Status);
        }
        foreach (var other in members.Skip(1))
            Assert.Equal(HttpStatusCode.OK, (await PostedAsync(story, other)).Status);
        Assert.All((await story.StateAsync()).Invitations, i => Assert.Null(Assert.Single(i.Reminders).DeliveredAt));
        Assert.Equal("[]", (await WantedAsync(story)).ToJsonString());
        foreach (var member in members.Take(3))
        {
            Assert.Equal(HttpStatusCode.OK, (await story.AskAsync(HttpMethod.Post, $"/api/reviews/{story.Id}/dictated", "coordinator", new()
            { ["memberId"] = member, ["question"] = 1, ["choice"] = 2, ["words"] = "Take the names out.", ["fromPaper"] = true })).Status);
        }

        var close = (await story.StateAsync()).Window!.ClosesAt;
        await story.AdvanceToAsync(close.AddHours(14));
        Assert.Equal(ReviewStage.Preview, (await story.StateAsync()).Stage);
        Assert.Equal(BusinessCalendar.Connecticut.EndOfWindow(close, 7, ReviewPolicy.Default.RemindsAt).At,
            Reporting.GoesOutAt(await story.StateAsync(), BusinessCalendar.Connecticut)!.At);
        using var editor = new Editor(story);
        var version = await editor.WriteAsync("Take out the names.", 1);
        await Editor.Done(editor.PutAsync(
            "drafts/1/translations/es", new() { ["text"] = "Quiten los nombres.", ["translator"] = "Ana Silva" }, version));
        await Editor.Done(editor.PostAsync("drafts/read-back"));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        var wanted = await WantedAsync(story);
        Assert.Equal(members.Take(3).Order(StringComparer.Ordinal),
            wanted.Select(w => w!["memberId"]!.GetValue<string>()).Order(StringComparer.Ordinal));
        Assert.All(wanted, w => Assert.Equal("read-back", w!["kind"]!.GetValue<string>()));
        var letter = (await story.AskAsync(
            HttpMethod.Post, $"/api/reviews/{story.Id}/post", "coordinator", new() { ["memberId"] = members[0] })).Body;
        var spanish = letter["letter"]!["language"]!.GetValue<string>() == "es";
        Assert.Contains(spanish ? "A) Quiten los nombres." : "A) Take out the names.",
            letter["letter"]!["paragraphs"]!.AsArray().Select(p => p!.GetValue<string>()));
        Assert.Equal(2, Assert.Single(letter["letter"]!["questions"]!.AsArray())!["choices"]!.AsArray().Count);
        foreach (var member in members.Take(3))
            Assert.Equal(HttpStatusCode.OK, (await PostedAsync(story, member)).Status);

        // On the page behind the square, and on paper.
        using var browser = new MemberBrowser(story);
        var link = new Uri(letter["link"]!.GetValue<string>()).AbsolutePath;
        await browser.GetAsync(link);
        Assert.Contains(spanish ? "Quiten los nombres." : "Take out the names.", browser.Html, StringComparison.Ordinal);
        using var later = await DeskVisitor.SignInAsync(story);
        await later.OpenAsync($"/desk/reviews/{story.Id}/dictate");
        await later.SendAsync("follow-up", ("memberId", members[1]), ("kind", "read-back"), ("choice", "1"), ("fromPaper", "true"));
        Assert.Equal(HttpStatusCode.OK, later.Status);
        Assert.Equal(1, (await story.StateAsync()).FollowUpOf(members[1], FollowUpKind.ReadBack)!.Choice);
    }

    [Fact]
    public async Task More_time_and_an_early_end_are_told_by_letters_of_their_own()
    {
        await using var story = await LettersOnlyAsync();
        var members = await AskedByPostAsync(story);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        using var desk = await DeskVisitor.SignInAsync(story);

        await story.CoordinatorAsync("extend", new() { ["businessDays"] = 2, ["reason"] = "A storm closed the libraries." });

        var review = await story.StateAsync();
        var (language, until) = (review.InvitationOf(members[0])!.Language, review.Window!.ClosesAt);
        var words = PaperWords.In(language);
        var moved = await ToldAsync("moved-1");
        Assert.Contains(words.Moved, moved, StringComparison.Ordinal);
        Assert.Contains(words.SendFirst, moved, StringComparison.Ordinal);
        Assert.Contains(Phrases.In(language).Day(LocalTime.DateIn(BusinessCalendar.Zone, until)), moved, StringComparison.Ordinal);
        Assert.Contains(words.How, moved, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await PostedAsync(story, members[0])).Status);

        // What was told at the very instant of the end would count as having told it.
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.CoordinatorAsync("cancel", new() { ["reason"] = "The agency took the project back." });
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        var ended = await ToldAsync("cancelled");
        Assert.Contains(words.Ended, ended, StringComparison.Ordinal);
        Assert.DoesNotContain(words.How, ended, StringComparison.Ordinal);
        Assert.DoesNotContain(words.News, moved + ended, StringComparison.Ordinal);

        async Task<string> ToldAsync(string kind)
        {
            Assert.All(await WantedAsync(story), w => Assert.Equal(kind, w!["kind"]!.GetValue<string>()));
            await desk.OpenAsync($"/desk/reviews/{story.Id}/panel");
            Assert.Contains("a return envelope whose postage is paid", desk.Says, StringComparison.Ordinal);
            await desk.SendAsync("letter-" + members[0]);
            Assert.Equal(HttpStatusCode.OK, desk.Status);
            Assert.Contains("a return envelope whose postage is paid", desk.Says, StringComparison.Ordinal);
            return desk.Says;
        }
    }

    private static async Task<System.Text.Json.Nodes.JsonArray> WantedAsync(ReviewStory story) =>
        (await story.AskAsync(HttpMethod.Get, $"/api/reviews/{story.Id}/post", "coordinator")).Body.AsArray();

    private static Task<Harness.ApiAnswer> PostedAsync(ReviewStory story, string member) => story.AskAsync(
        HttpMethod.Post, $"/api/reviews/{story.Id}/posted", "coordinator", new() { ["memberId"] = member });

    /// <summary>A review in which everybody's first letter is posted; their ids.</summary>
    private static async Task<IReadOnlyList<string>> AskedByPostAsync(ReviewStory story)
    {
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        var members = (await story.StateAsync()).Invitations.Select(i => i.MemberId).ToList();
        foreach (var member in members)
            Assert.Equal(HttpStatusCode.OK, (await PostedAsync(story, member)).Status);
        return members;
    }

    /// <summary>Everybody on the board takes letters and nothing else.</summary>
    private static async Task<ReviewStory> LettersOnlyAsync()
    {
        var story = await ReviewStory.BeginAsync();
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
        {
            var contact = (await story.Service<ContactStore>().ForSendingAsync(member.Id))!;
            _ = await story.Service<ContactStore>().PutAsync(
                new(member.Id, contact.Name) { Post = "12 Example Street\nHartford, CT 06101" });
            await story.ChangeAsync(member.Id, m => m with
            {
                Channels = [Channel.Letter],
                Consent = [new(Channel.Letter, ConsentState.Given, ReviewStory.Monday.AddDays(-1), "consent-1", "paper form")],
            });
        }
        return story;
    }
}
