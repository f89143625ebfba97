using System.Net;
using System.Text.RegularExpressions;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.OnCall;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Desk;
using CtVoice.Local.Tests.Reviews;

namespace CtVoice.Local.Tests.OnCall;

/// <summary>From words of danger to what was done about them, on the phones of people on call.</summary>
public sealed class OnCallStoryTests
{
    private const string Danger = "I cant do this anymore, goodbye";

    [Fact]
    public async Task At_night_the_first_on_call_is_texted_and_mailed_a_number_opens_the_words_behind_a_pin_and_says_what_was_done()
    {
        await using var story = await ReviewStory.AskedAsync();
        var crew = await OnCallCrew.ApprovedAsync(story);
        var member = (await story.TextersAsync())[0];
        await story.AdvanceToAsync(ReviewStory.Eastern(2027, 1, 12, 3, 12));
        await story.SaysAsync(member, Danger);

        var text = (await crew.TextsAsync(0))[^1];
        var number =
            Regex.Match(text.Text,
                "^CT board: alert (\\d{4})\\. Open http://localhost[^ ]*/on-call/r/[A-Za-z0-9*]{17} or reply OK \\1\\.$").Groups[1].Value;
        Assert.NotEmpty(number);
        Assert.Equal(story.Now, text.At);
        var mail = Assert.Single(story.Carrier.Mails, m => m.To == "renee@example.org");
        var title = (await story.StateAsync()).Title;
        foreach (var secret in (string[])[member, story.Id, title, "goodbye", "English", "SNAP"])
            Assert.DoesNotContain(secret, text.Text + mail.Subject + mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Single(await crew.TextsAsync(1));

        // Looking at the page does nothing and shows nothing.
        var path = await crew.LinkAsync(0);
        var (_, shut) = await crew.OpenAsync(path);
        Assert.Contains("Nobody has it yet", shut, StringComparison.Ordinal);
        Assert.DoesNotContain("goodbye", shut, StringComparison.Ordinal);
        var alert = (await story.Service<OnCallAlerts>().FindAsync(number))!;
        Assert.Null(alert.Taken);
        var matter = Assert.Single(alert.Matters);

        await story.AdvanceAsync(TimeSpan.FromMinutes(5));
        var (status, wrong) = await crew.PostAsync(path, ("do", "open"), ("pin", "111111"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("That is not your PIN.", wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("goodbye", wrong, StringComparison.Ordinal);

        var (_, open) = await crew.PostAsync(path, ("do", "open"), ("pin", OnCallCrew.Pin));
        var contact = (await story.Service<ContactStore>().ForSendingAsync(member))!;
        Assert.Contains(Danger, open, StringComparison.Ordinal);
        Assert.Contains($"tel:{contact.Phone}", open, StringComparison.Ordinal);
        Assert.Contains("<dt>Safe to call?</dt>", open, StringComparison.Ordinal);
        Assert.Contains("<dt>Language</dt><dd>English", open, StringComparison.Ordinal);
        Assert.Contains("Say what was done by 4:12 AM", open, StringComparison.Ordinal);
        var (views, _) = await story.Service<TableViewLog>().ReadAsync(ViewSpan.Month(new(2027, 1, 1)), null);
        Assert.Contains(views, v => v.Who == "on-call-" + crew.Ids[0] && v.Screen == "on-call" && v.MemberIds.SequenceEqual([member]));

        // The next person is not told, and what was done closes it on the desk too.
        await story.AdvanceAsync(TimeSpan.FromMinutes(30));
        Assert.Single(await crew.TextsAsync(1));
        var done = await crew.HandleAsync(path, "safe");
        Assert.Contains("I talked with the person. Nobody is in danger now.", done, StringComparison.Ordinal);
        Assert.DoesNotContain("goodbye", done, StringComparison.Ordinal);
        Assert.Empty(await story.Service<Matters>().OpenAsync());
        await story.AdvanceAsync(TimeSpan.FromHours(5));
        Assert.Single(await crew.TextsAsync(1));
        Assert.Contains("Closed", (await crew.OpenAsync(path)).Html, StringComparison.Ordinal);
        // It is nowhere in the review.
        Assert.DoesNotContain(await story.EveryRowAsync(), row => row.Contains($"review|{story.Id}", StringComparison.Ordinal)
            && (row.Contains("on-call", StringComparison.Ordinal) || row.Contains(matter, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nobody_answers_so_each_is_told_twice_then_opm_and_it_is_red_until_somebody_says_what_was_done()
    {
        await using var story = await ReviewStory.AskedAsync();
        var crew = await OnCallCrew.ApprovedAsync(story);
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, Danger);
        var begun = story.Now;
        // The same member again: the same alert, and no text more.
        await story.SaysAsync(member, "I want to die tonight");
        var alert = Assert.Single(await story.Service<OnCallAlerts>().OpenAsync());
        Assert.Equal(2, alert.Matters.Count);

        await story.AdvanceAsync(TimeSpan.FromHours(2));
        var pages = (await story.Service<OnCallAlerts>().FindAsync(alert.Number))!.Pages;
        Assert.Equal([(0, 0), (1, 15), (0, 30), (1, 45)],
            pages.Select(p => (crew.Ids.IndexOf(p.Person), (int)(p.At - begun).TotalMinutes)));
        Assert.Equal(2, (await crew.TextsAsync(0)).Count(m => m.Text.Contains("alert", StringComparison.Ordinal)));
        var told = Assert.Single(story.Carrier.Mails, m => m.To == "opm.escalations@example.org"
            && m.Subject.Contains(alert.Number, StringComparison.Ordinal));
        Assert.Contains("Nobody is on the way because of this mail.", told.Text, StringComparison.Ordinal);
        Assert.Contains($"CTV-ACUTE: nobody on call has dealt with alert {alert.Number}; OPM is told", story.Alarms.Lines);
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk");
        Assert.Contains("Nobody has dealt with it", desk.Says, StringComparison.Ordinal);
        Assert.NotEmpty(desk.Page.QuerySelectorAll(".rows.danger li.late"));

        // OK counts from a phone that is on call, and from no other.
        await crew.TextsBackAsync("+12035550999", $"OK {alert.Number}");
        Assert.Null((await story.Service<OnCallAlerts>().FindAsync(alert.Number))!.Taken);
        await crew.TextsBackAsync(OnCallCrew.Phones[1], $"ok {alert.Number}");
        Assert.Equal(crew.Ids[1], (await story.Service<OnCallAlerts>().FindAsync(alert.Number))!.Taken!.Person);
        Assert.StartsWith($"CT board: you have alert {alert.Number}.", (await crew.TextsAsync(1))[^1].Text, StringComparison.Ordinal);
        await crew.TextsBackAsync(OnCallCrew.Phones[0], $"OK {alert.Number}");
        Assert.Contains("somebody else has alert", (await crew.TextsAsync(0))[^1].Text, StringComparison.Ordinal);

        _ = await crew.HandleAsync(await crew.LinkAsync(1), "called-911");
        Assert.Empty(await story.Service<Matters>().OpenAsync());
    }

    [Fact]
    public async Task Nobody_is_on_call_before_everybody_agreed_and_opm_approved_and_then_no_member_is_told_that_nobody_reads()
    {
        await using var story = await ReviewStory.AskedAsync();
        var texters = await story.TextersAsync();
        var crew = new OnCallCrew(story);
        var theirs = (await story.Service<ContactStore>().ForSendingAsync(texters[0]))!.Phone!;
        Assert.Contains("A member of the board uses this number", (await crew.TryAddAsync("Renee Okafor", theirs)).Text,
            StringComparison.Ordinal);
        Assert.Contains("state issued", (await crew.TryAddAsync("Renee Okafor", OnCallCrew.Phones[0], stateIssued: false)).Text,
            StringComparison.Ordinal);
        // The first works for an agency of the review, the second does not.
        await crew.AddAsync("Renee Okafor", OnCallCrew.Phones[0], "DSS");
        await crew.AddAsync("Sam Whitfield", OnCallCrew.Phones[1], "OPM");
        await crew.AgreeAsync(1);
        var early = await crew.ApproveAsync();
        Assert.Equal(HttpStatusCode.Conflict, early.Status);
        Assert.Contains("Renee Okafor", early.Text, StringComparison.Ordinal);
        await story.SaysAsync(texters[0], Danger);
        Assert.Single(await crew.TextsAsync(1));
        Assert.EndsWith("Nobody reads this number all the time.", (await story.SentToAsync(texters[0]))[^1].Text, StringComparison.Ordinal);

        await crew.AgreeAsync(0);
        Assert.Equal(HttpStatusCode.NoContent, (await crew.ApproveAsync()).Status);
        await story.SaysAsync(texters[1], "HELP");
        await story.SaysAsync(texters[2], Danger);
        foreach (var member in texters.Skip(1).Take(2))
            Assert.DoesNotContain("all the time", (await story.SentToAsync(member))[^1].Text, StringComparison.Ordinal);
        Assert.DoesNotContain(await crew.TextsAsync(0), m => m.Text.Contains("alert", StringComparison.Ordinal));
        Assert.Contains("alert", (await crew.TextsAsync(1))[^1].Text, StringComparison.Ordinal);

        // Something else than OK is a matter for a person, and never a member's.
        await crew.TextsBackAsync(OnCallCrew.Phones[1], "Who is this?");
        Assert.Contains(await story.Service<HoldingPen>()
            .ReadAsync(), p => p.Because.StartsWith("From a phone that is on call", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NoContent,
            (await story.AskAsync(HttpMethod.Post, "/api/on-call/stop", "coordinator", new() { ["reason"] = "Anew." })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await crew.OpenAsync(await crew.LinkAsync(1))).Status);
        await story.SaysAsync(texters[1], "HELP");
        Assert.EndsWith("Nobody reads this number all the time.", (await story.SentToAsync(texters[1]))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinator_makes_the_list_on_a_page_and_enters_the_approval()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await desk.OpenAsync("/desk/on-call");
        Assert.Contains("Nobody is on call", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("add", ("name", "Renee <b>Okafor</b>"), ("phone", "12"), ("email", "renee@example.org"));
        Assert.NotEmpty(desk.Faults);
        await desk.SendAsync(
            "add", ("phone", "860-555-0171"), ("stateIssued", "true"), ("duty/0/days", "monday"), ("duty/0/from", "22:00"),
            ("duty/0/to", "06:00"));
        Assert.Empty(desk.Faults);
        Assert.Contains("Renee <b>Okafor</b>", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Mon, 10:00 PM to 6:00 AM", desk.Says, StringComparison.Ordinal);
        Assert.Contains("These hours are nobody’s.", desk.Says, StringComparison.Ordinal);
        var id = desk.Page.QuerySelector("ol.rows a")!.GetAttribute("href")!.Split('/')[^1];
        await desk.SendAsync("approve", ("by", "Dana Reyes, OPM"), ("on", "2027-01-11"));
        Assert.Contains("Not everybody on the list has agreed", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/on-call");
        await desk.SendAsync("invite-" + id);
        var crew = new OnCallCrew(story);
        crew.Ids.Add(id);
        _ = await crew.PostAsync(await crew.LinkAsync(0), ("do", "join"), ("pin", OnCallCrew.Pin), ("again", OnCallCrew.Pin),
            ("agree", "yes"));
        await desk.OpenAsync("/desk/on-call/people/" + id);
        await desk.SendAsync("person", ("name", "Renee Okafor"));
        await desk.SendAsync("approve", ("by", "Dana Reyes, OPM"), ("on", "2027-01-11"));
        Assert.Contains("Dana Reyes, OPM approved the list on Monday, January 11, 2027.", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("remove-" + id);
        Assert.Contains("The list below is not the one in force.", desk.Says, StringComparison.Ordinal);
        await desk.SendAsync("stop", ("reason", "Anew."));
        Assert.Contains("Nobody is on call", desk.Says, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_on_call_that_says_stop_is_told_of_nothing_more_and_the_next_person_is_told_at_once()
    {
        await using var story = await ReviewStory.AskedAsync();
        var crew = await OnCallCrew.ApprovedAsync(story);
        var texters = await story.TextersAsync();
        using var desk = await DeskVisitor.SignInAsync(story);
        await story.SaysAsync(texters[0], Danger);
        Assert.Contains("alert", (await crew.TextsAsync(0))[^1].Text, StringComparison.Ordinal);

        await crew.TextsBackAsync(OnCallCrew.Phones[0], "Stop.");

        Assert.Equal(OnCallWords.Stopped, (await crew.TextsAsync(0))[^1].Text);
        Assert.Contains("alert", (await crew.TextsAsync(1))[^1].Text, StringComparison.Ordinal);
        Assert.Contains($"CTV-ACUTE: the phone of {crew.Ids[0]} on call stopped texts; they are told of no alert", story.Alarms.Lines);
        await desk.OpenAsync("/desk");
        Assert.Contains("Renee Okafor is on call and cannot be told of danger.", desk.Says, StringComparison.Ordinal);
        await desk.OpenAsync("/desk/on-call");
        Assert.Contains("Stopped texts", desk.Says, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict,
            (await story.AskAsync(HttpMethod.Post, $"/api/on-call/people/{crew.Ids[0]}/invite", "coordinator")).Status);

        // Another alert begins with whoever can be told; once nobody can, residents hear again that nobody reads all the time.
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync(texters[2], Danger);
        Assert.Equal([crew.Ids[1]], (await story.Service<OnCallAlerts>().OpenAsync())[^1].Pages.Select(p => p.Person));
        await story.SaysAsync(texters[1], "HELP");
        Assert.DoesNotContain("all the time", (await story.SentToAsync(texters[1]))[^1].Text, StringComparison.Ordinal);
        await crew.TextsBackAsync(OnCallCrew.Phones[1], "ALTO");
        Assert.All(await story.Service<OnCallAlerts>().OpenAsync(), alert => Assert.NotNull(alert.EscalatedAt));
        await story.SaysAsync(texters[1], "HELP");
        Assert.EndsWith("Nobody reads this number all the time.", (await story.SentToAsync(texters[1]))[^1].Text, StringComparison.Ordinal);

        await crew.TextsBackAsync(OnCallCrew.Phones[0], "START");
        Assert.Equal(OnCallWords.Started, (await crew.TextsAsync(0))[^1].Text);
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync(texters[1], Danger);
        Assert.Equal([crew.Ids[0]], (await story.Service<OnCallAlerts>().OpenAsync())[^1].Pages.Select(p => p.Person));
        await desk.OpenAsync("/desk");
        Assert.DoesNotContain("Renee Okafor", desk.Says, StringComparison.Ordinal);
        Assert.Contains("Sam Whitfield is on call and cannot be told of danger.", desk.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stop_counts_for_who_is_on_call_also_where_a_member_got_the_number_or_only_the_provider_heard_it(bool member)
    {
        await using var story = await ReviewStory.AskedAsync();
        var crew = await OnCallCrew.ApprovedAsync(story);
        var texters = await story.TextersAsync();
        if (member)
        {
            await story.Service<ChangingContacts>()
                .PutAsync((await story.Service<ContactStore>().ForSendingAsync(texters[1]))! with { Phone = OnCallCrew.Phones[0] });
            await crew.TextsBackAsync(OnCallCrew.Phones[0], "please stop texting me");
            Assert.False((await story.MemberAsync(texters[1])).Consents(Channel.Sms));
        }
        else
        {
            story.Carrier.FateOf =
                key => key.StartsWith("on-call|", StringComparison.Ordinal) && key.Contains(crew.Ids[0], StringComparison.Ordinal)
                    ? Fate.OptedOut : Fate.Delivered;
        }

        await story.SaysAsync(texters[0], Danger);

        var alert = Assert.Single(await story.Service<OnCallAlerts>().OpenAsync());
        Assert.Equal(crew.Ids[1], alert.Pages[^1].Person);
        Assert.Contains("alert", (await crew.TextsAsync(1))[^1].Text, StringComparison.Ordinal);
        Assert.Equal([crew.Ids[1]], (await story.Service<OnCallStore>().ReachableAsync()).Select(p => p.Id));
    }
}
