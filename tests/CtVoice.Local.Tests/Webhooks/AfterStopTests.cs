using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Todo;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ShownQuestionTests;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>
/// Whoever ended messages, or was paused because somebody else has the number, is asked nothing on that channel: their words are kept, how
/// to come back is said once at the most, and danger, HELP, a wish to be called and to take back are heard as ever.
/// </summary>
public sealed class AfterStopTests
{
    private static readonly string[] Questions =
        ["Is it OK to share", "Would a letter", "Is one year", "¿Está bien", "¿Sirve una carta", "¿Un año", "Reply 1",
            "Responda 1", "ASK", "VER"];

    [Theory]
    [InlineData("m-09", "sms", "STOP", "Ok")]
    [InlineData("m-09", "sms", "STOP", "thanks")]
    [InlineData("m-09", "sms", "STOP", "ok thank you")]
    [InlineData("m-09", "sms", "STOP", "👍")]
    [InlineData("m-09", "sms", "STOP", "No")]
    [InlineData("m-09", "sms", "STOP", "why")]
    [InlineData("m-09", "sms", "STOP", "who told you to write me")]
    [InlineData("m-09", "sms", "STOP", "ask")]
    [InlineData("m-09", "sms", "STOP", "pass")]
    [InlineData("m-09", "sms", "STOP", "I do not understand")]
    [InlineData("m-09", "sms", "STOP", "not interested")]
    [InlineData("m-09", "sms", "STOP", "")]
    [InlineData("m-09", "sms", "please take me off your list", "I said no more")]
    [InlineData("m-09", "sms", "wrong number", "Thank you")]
    [InlineData("m-09", "sms", "wrong number", "2")]
    [InlineData("m-04", "sms", "ALTO", "ok gracias")]
    [InlineData("m-04", "sms", "ALTO", "bueno")]
    [InlineData("m-04", "sms", "ALTO", "por que")]
    [InlineData("m-09", "email", "remove me from your list", "why")]
    [InlineData("m-09", "email", "remove me from your list", "Ok, thank you")]
    public async Task What_follows_a_stop_is_asked_nothing_and_counts_as_no_answer(string member, string box, string stop, string then)
    {
        await using var story = await OneOfAsync(member, box is "email" ? OnlyMail : null);
        var before = await StoppedAsync(story, member, stop, box);
        var told = Assert.Single((await story.SentToAsync(member, box)).Skip(1));

        foreach (var _ in new[] { 1, 2, 3 })
        {
            await story.SaysAsync(member, then, box);
            await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        }
        await story.AdvanceAsync(TimeSpan.FromDays(9));

        Assert.DoesNotContain(Questions, question => told.Text.Contains(question, StringComparison.Ordinal));
        var more = (await story.SentToAsync(member, box)).Skip(before).ToList();
        Assert.True(more.Count <= (then.Contains("understand", StringComparison.Ordinal) ? 3 : 1),
            string.Join('\n', more.Select(m => m.Text)));
        foreach (var one in more)
            Assert.DoesNotContain(Questions, question => one.Text.Contains(question, StringComparison.Ordinal));
        Assert.DoesNotContain((await story.StateAsync()).Replies, reply => then is not "2" || reply.Choice is not 2);
        Assert.False((await story.StateAsync()).Invitations[0].Stands);
    }

    [Theory]
    [InlineData("sms", "2 but no names")]
    [InlineData("email", "2 but no names")]
    public async Task An_answer_after_a_stop_is_kept_and_how_to_come_back_is_said_once(string box, string answer)
    {
        await using var story = await OneOfAsync("m-09", box is "email" ? OnlyMail : null);
        var before = await StoppedAsync(story, "m-09", "STOP", box);

        await story.SaysAsync("m-09", answer, box);
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        await story.SaysAsync("m-09", "3", box);

        Assert.Equal([(1, 3, 2)], await RepliesAsync(story));
        var told = Assert.Single((await story.SentToAsync("m-09", box)).Skip(before)).Text;
        Assert.Contains("START", told, StringComparison.Ordinal);
        Assert.DoesNotContain(Questions, question => told.Contains(question, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_after_a_stop_lie_in_the_pen_for_a_person()
    {
        await using var story = await OneOfAsync("m-09");
        _ = await StoppedAsync(story, "m-09", "STOP");
        await story.SaysAsync("m-09", "Thank you", "sms");
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
        await story.SaysAsync("m-09", "People should be told before you share their names", "sms");
        Assert.Contains("wants no messages", Assert.Single(await story.Service<HoldingPen>().ReadAsync()).Because,
            StringComparison.Ordinal);
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Theory]
    [InlineData("m-09", "STOP", "i changed my mind, text me again", "Do you want our texts again?", "YES")]
    [InlineData("m-04", "ALTO", "quiero que me escriban otra vez", "¿Quiere recibir nuestros textos otra vez?", "SÍ")]
    [InlineData("m-04", "ALTO", "cambié de opinión, mándeme los textos de nuevo", "¿Quiere recibir nuestros textos otra vez?", "si")]
    public async Task Whoever_may_want_to_come_back_is_asked_and_a_yes_starts_again(
        string member, string stop, string wish, string asked, string yes)
    {
        await using var story = await OneOfAsync(member);
        _ = await StoppedAsync(story, member, stop);
        await story.SaysAsync(member, wish, "sms");
        Assert.Contains(asked, await LastAsync(story, member), StringComparison.Ordinal);
        Assert.False((await story.MemberAsync(member)).Consents(Channel.Sms));
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        await story.SaysAsync(member, yes, "sms");
        Assert.True((await story.MemberAsync(member)).Consents(Channel.Sms));
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Theory]
    [InlineData("STOP", "I changed my mind, please email me again", "START")]
    [InlineData("no me escriban más", "quiero que me escriban otra vez", "INICIAR")]
    public async Task By_mail_whoever_may_want_to_come_back_is_told_how_or_is_back(string stop, string wish, string word)
    {
        await using var story = await OneOfAsync(
            "m-09", m => OnlyMail(m) with { Languages = [word is "START" ? "en" : "es"] });
        _ = await StoppedAsync(story, "m-09", stop, "email");
        await story.SaysAsync("m-09", wish, "email");
        Assert.True((await story.MemberAsync("m-09")).Consents(Channel.Email)
            || (await story.SentToAsync("m-09", "email"))[^1].Text.Contains(word, StringComparison.Ordinal));
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        await story.SaysAsync("m-09", word, "email");
        Assert.True((await story.MemberAsync("m-09")).Consents(Channel.Email));
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Fact]
    public async Task Who_says_no_to_coming_back_stays_stopped_and_has_answered_nothing()
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "STOP");
        foreach (var words in new[] { "i changed my mind, text me again", "no", "do not text me again" })
        {
            await story.AdvanceAsync(TimeSpan.FromMinutes(2));
            await story.SaysAsync("m-09", words, "sms");
        }
        Assert.False((await story.MemberAsync("m-09")).Consents(Channel.Sms));
        Assert.Empty((await story.StateAsync()).Replies);
    }

    [Theory]
    [InlineData("STOP")]
    [InlineData("She passed away")]
    public async Task Danger_help_a_call_and_taking_back_are_heard_after_a_stop(string stop)
    {
        await using var story = await OneOfAsync("m-09");
        await story.SaysAsync("m-09", "2 no names");
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        await story.SaysAsync("m-09", stop);
        var replies = (await story.StateAsync()).Replies.Count;

        Assert.Contains("911", await SaysAsync("my boyfriend is going to kill me"), StringComparison.Ordinal);
        Assert.Contains(await story.Service<Matters>().OpenAsync(), matter => matter.Kind == TodoKinds.Acute);
        Assert.Contains("860-555-0100", await SaysAsync("HELP"), StringComparison.Ordinal);
        Assert.Contains("You asked for a call", await SaysAsync("call me please"), StringComparison.Ordinal);
        Assert.Contains(await story.Service<Matters>().OpenAsync(), matter => matter.Kind == TodoKinds.Call);
        Assert.Equal(replies, (await story.StateAsync()).Replies.Count);
        Assert.Contains("took your answer back", await SaysAsync("delete everything i said"), StringComparison.Ordinal);
        Assert.All((await story.StateAsync()).Replies, reply => Assert.True(reply.Withdrawn));

        async Task<string> SaysAsync(string words)
        {
            await story.AdvanceAsync(TimeSpan.FromMinutes(2));
            await story.SaysAsync("m-09", words, "sms");
            return await LastAsync(story, "m-09");
        }
    }

    [Theory]
    [InlineData("m-09", "sms", "She passed away", "what do i need to do")]
    [InlineData("m-09", "sms", "this is her daughter, she is in the hospital", "why are you still asking")]
    [InlineData("m-09", "sms", "She passed away", "2")]
    [InlineData("m-04", "sms", "Ella falleció", "y ahora que hago")]
    [InlineData("m-09", "email", "She passed away", "what do i need to do")]
    public async Task After_somebody_else_wrote_nothing_more_is_asked(string member, string box, string first, string then)
    {
        await using var story = await OneOfAsync(member, box is "email" ? OnlyMail : null);
        var before = await StoppedAsync(story, member, first, box);
        Assert.Equal(MemberState.Paused, (await story.MemberAsync(member)).State);

        await story.SaysAsync(member, then, box);
        await story.AdvanceAsync(TimeSpan.FromDays(9));

        foreach (var one in (await story.SentToAsync(member, box)).Skip(before))
            Assert.DoesNotContain(Questions, question => one.Text.Contains(question, StringComparison.Ordinal));
        Assert.DoesNotContain((await story.StateAsync()).Replies, reply => reply.Choice is null);
    }

    /// <summary>The member says what ends messages; two minutes later so many messages were sent to them in all.</summary>
    private static async Task<int> StoppedAsync(ReviewStory story, string member, string words, string box = "sms")
    {
        await story.SaysAsync(member, words, box);
        await story.AdvanceAsync(TimeSpan.FromMinutes(2));
        return (await story.SentToAsync(member, box)).Count;
    }
}
