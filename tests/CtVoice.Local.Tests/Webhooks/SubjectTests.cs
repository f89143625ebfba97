using CtVoice.Core.Reviews;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ShownQuestionTests;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>
/// What somebody writes in the subject of a mail. Danger in it is heard always; where the mail itself is empty it is what they say.
/// Our own subject that comes back, and what a machine wrote there, is nobody's words.
/// </summary>
public sealed class SubjectTests
{
    private const string Ours = "CT Resident Advisory Board: a question for you";

    [Theory]
    [InlineData("en", "my boyfriend is going to kill me", "", "Help at any time: 911")]
    [InlineData("en", "he is going to kill me", "please", "Help at any time: 911")]
    [InlineData("en", "he is going to kill me", "2", "Help at any time: 911")]
    [InlineData("en", "Re: [CODE] he is going to kill me", "", "Help at any time: 911")]
    [InlineData("en", "Re: " + Ours + " [CODE] he is going to kill me", "", "Help at any time: 911")]
    [InlineData("en", "RE: PRACTICE/ENSAYO: " + Ours + " [CODE] I want to kill myself", "Sent from my iPhone", "Help at any time: 911")]
    [InlineData("es", "mi novio me va a matar", "", "Ayuda a toda hora: 911")]
    [InlineData("es", "ya no puedo, me voy a matar", "Ver el asunto", "Ayuda a toda hora: 911")]
    [InlineData("es", "RV: mi esposo me va a matar", "gracias", "Ayuda a toda hora: 911")]
    public async Task Danger_in_a_subject_gets_the_fixed_answer_and_a_person_each_time(
        string language, string subject, string body, string fixedWords)
    {
        const string member = "m-09";
        await using var story = await OneOfAsync(member, m => OnlyMail(m) with { Languages = [language] });
        using var provider = new Provider(story);
        var before = (await story.SentToAsync(member, "email")).Count;
        foreach (var n in new[] { 1, 2 })
        {
            await MailAsync(story, provider, member, subject, body, n);
            Assert.Equal(before + n, (await story.SentToAsync(member, "email")).Count);
            Assert.StartsWith("CT Resident Advisory Board: " + fixedWords, Neutral((await story.SentToAsync(member, "email"))[^1].Text),
                StringComparison.Ordinal);
        }
        var alerts = await AlertsAsync(story);
        Assert.Equal([TodoKinds.Acute, TodoKinds.Acute], alerts.Select(m => m.Kind));
        // Whoever looks reads why.
        foreach (var alert in alerts)
        {
            Assert.True(alert.Words.Contains("kill", StringComparison.Ordinal) || alert.Words.Contains("matar", StringComparison.Ordinal));
            Assert.DoesNotContain(Ours, alert.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Danger_in_the_subject_of_a_mail_that_nobody_can_place_is_heard_as_well()
    {
        await using var story = await OneOfAsync("m-09", OnlyMail);
        using var provider = new Provider(story);
        using var response = await provider.MailAsync(
            ("headers", "Message-ID: <s@example.org>\nFrom: a@example.org\nSubject: my boyfriend is going to kill me\n"),
            ("to", "board@example.org"), ("text", ""));
        Taken(response);
        Assert.Equal(TodoKinds.Acute, Assert.Single(await AlertsAsync(story)).Kind);
        Assert.Single(await provider.PenAsync());
    }

    [Theory]
    [InlineData("Re: " + Ours + " [CODE]")]
    [InlineData("Re: Fwd: RE: " + Ours + " [CODE]")]
    [InlineData("[EXTERNAL] Re: " + Ours + " [CODE]")]
    [InlineData("EXTERNAL: Re: " + Ours + " [CODE]")]
    [InlineData("*** SPAM *** Re: PRACTICE/ENSAYO: " + Ours + " [CODE]")]
    [InlineData("{EXTERNAL} RE - Junta de Residentes de CT: una pregunta para usted [CODE]")]
    [InlineData("On vacation")]
    [InlineData("Re: CT Resident Advisory Board: a question for y")]
    [InlineData("Re: Junta de Residentes de CT: una pregunta para usted [CODE]")]
    [InlineData("Re: a question [CODE]")]
    [InlineData("Fwd: pictures of the trip")]
    [InlineData("IMG_2041.jpg")]
    [InlineData("(no subject)")]
    [InlineData("Hello")]
    public async Task Our_own_subject_and_one_that_says_nothing_answer_nothing(string subject)
    {
        await using var story = await OneOfAsync("m-09", OnlyMail);
        using var provider = new Provider(story);
        await MailAsync(story, provider, "m-09", subject, "");
        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Empty(await story.Service<Matters>().OpenAsync());
        Assert.Contains("We could not read what you sent", (await story.SentToAsync("m-09", "email"))[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("my boyfriend is going to kill me", "Auto-Submitted: auto-replied\n")]
    [InlineData("Automatic reply: my boyfriend is going to kill me", "X-Autoreply: yes\n")]
    public async Task The_subject_of_a_machine_is_nobodys_words(string subject, string header)
    {
        await using var story = await OneOfAsync("m-09", OnlyMail);
        using var provider = new Provider(story);
        var before = (await story.SentToAsync("m-09", "email")).Count;
        await MailAsync(story, provider, "m-09", subject, "I am away.", header: header);
        Assert.Empty(await story.Service<Matters>().OpenAsync());
        Assert.Equal(before, (await story.SentToAsync("m-09", "email")).Count);
    }

    [Theory]
    [InlineData("en", "Call me please", "", "You asked for a call")]
    [InlineData("en", "Please call me", "Sent from my iPhone", "You asked for a call")]
    [InlineData("es", "Llámeme por favor", "", "Usted pidió una llamada")]
    public async Task A_wish_to_be_called_in_a_subject_alone_is_one(string language, string subject, string body, string told)
    {
        const string member = "m-09";
        await using var story = await OneOfAsync(member, m => OnlyMail(m) with { Languages = [language] });
        using var provider = new Provider(story);
        await MailAsync(story, provider, member, subject, body);
        Assert.Equal(TodoKinds.Call, Assert.Single(await story.Service<Matters>().OpenAsync()).Kind);
        Assert.Contains(told, (await story.SentToAsync(member, "email"))[^1].Text, StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Theory]
    [InlineData("2", "", 2, "")]
    [InlineData("3 ask people before you share names", "", 3, "ask people before you share names")]
    [InlineData("Ask people before you share names", "", null, "Ask people before you share names")]
    [InlineData("Re: " + Ours + " [CODE] 2 without last names", "", 2, "without last names")]
    [InlineData("Ask people before you share names", "2 but no police", 2, "but no police")]
    [InlineData("Is this confidential?", "ASK FIRST", null, "ASK FIRST")]
    public async Task Words_in_a_subject_count_where_the_mail_says_nothing(string subject, string body, int? choice, string words)
    {
        await using var story = await OneOfAsync("m-09", OnlyMail);
        using var provider = new Provider(story);
        await MailAsync(story, provider, "m-09", subject, body);
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal(choice, reply.Choice);
        var kept = reply.Pieces[0].Content is { } content ? await story.Service<ReviewStore>().ReadContentAsync(story.Id, content) : "";
        Assert.Contains(words, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Ours, kept, StringComparison.Ordinal);
    }

    private static async Task MailAsync(ReviewStory story, Provider provider, string member, string subject, string body, int n = 1,
        string header = "")
    {
        var code = (await story.StateAsync()).InvitationOf(member)!.Code;
        using var response = await provider.MailAsync(
            ("headers", $"Message-ID: <s{n}@example.org>\nFrom: a@example.org\n{header}Subject: "
                + subject.Replace("[CODE]", $"[{code}]", StringComparison.Ordinal) + "\n"),
            ("to", $"reply+{code}@reply.example.org"), ("text", body));
        Taken(response);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
    }

    private static string Neutral(string text) =>
        text.Replace("Junta de Residentes de CT", "CT Resident Advisory Board", StringComparison.Ordinal);

    private static async Task<List<(string Kind, string Words)>> AlertsAsync(ReviewStory story)
    {
        var seen = new List<(string, string)>();
        foreach (var matter in await story.Service<Matters>().OpenAsync())
        {
            var view = await story.AskAsync(HttpMethod.Get, $"/api/matters/{matter.Id}", "coordinator");
            seen.Add((matter.Kind, view.Body["text"]!.GetValue<string>()));
        }
        return seen;
    }
}
