using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Dialogues;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Links;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Reviews.ReviewStory;

namespace CtVoice.Local.Tests.Conversations;

/// <summary>A member is added, agrees, and is welcomed: one short question at a time, by text or by mail.</summary>
public sealed class WelcomeTests
{
    [Fact]
    public async Task A_new_member_is_welcomed_by_text_step_by_step_and_all_they_say_is_kept()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        var first = Assert.Single(await story.SentToAsync("m-90")).Text;
        Assert.All(
            ["CT Resident Advisory Board", "a few times a year", "cannot change your benefits", "Msg & data rates may apply", "STOP to end",
                "HELP for help", "Nobody reads this number all the time."],
            words => Assert.Contains(words, first, StringComparison.Ordinal));

        Assert.Contains("Which language", await AnswerAsync(story, "m-90", "1"), StringComparison.Ordinal);
        Assert.Contains("¿Podemos llamar a este número", await AnswerAsync(story, "m-90", "español"), StringComparison.Ordinal);
        Assert.Contains("¿Otra persona lee", await AnswerAsync(story, "m-90", "2"), StringComparison.Ordinal);
        Assert.Contains("no digamos el tema", await AnswerAsync(story, "m-90", "Sí"), StringComparison.Ordinal);
        Assert.Contains("código de 4 a 8", await AnswerAsync(story, "m-90", "1"), StringComparison.Ordinal);
        Assert.Contains("Una para probar", await AnswerAsync(story, "m-90", "48 21"), StringComparison.Ordinal);
        Assert.Contains("Ya tenemos su respuesta: 2", await AnswerAsync(story, "m-90", "2"), StringComparison.Ordinal);

        var member = await story.MemberAsync("m-90");
        Assert.Equal(["es", "en"], member.Languages);
        Assert.True(member.Discreet);
        Assert.NotNull(member.SharedNumberKey);
        Assert.True(await story.Service<MemberCodes>().HasAsync("m-90"));
        Assert.Equal(("welcome/3", "sms yes"), (await story.Service<BoardStore>().ConsentHistoryAsync("m-90"))[^1] is var given
            ? (given.TextVersion, given.How) : default);
        Assert.Equal(DialogueEnd.Done, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.End);
        // Nothing more ever comes of it, and the practice is no answer to anything.
        var sent = (await story.SentToAsync("m-90")).Count;
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(sent, (await story.SentToAsync("m-90")).Count);
    }

    [Fact]
    public async Task A_welcome_that_began_with_the_first_opening_keeps_its_version_in_the_consent_record()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        var records = story.Service<TableSet>().Records;
        var row = (await records.GetAsync("talk|m-90", Dialogue.Welcome))!;
        var stored = JsonNode.Parse(row.LongTextOrNull()!)!.AsObject();
        Assert.True(stored.Remove("opening"));
        Assert.True(stored.Remove("asksCalls"));
        Assert.True((await records.SubmitAsync("talk|m-90", [new TableOperation.Replace(row.WithText(stored.ToJsonString()))])).Committed);

        Assert.Contains("Which language", await AnswerAsync(story, "m-90", "1"), StringComparison.Ordinal);
        Assert.Equal("welcome/1", (await story.Service<BoardStore>().ConsentHistoryAsync("m-90"))[^1].TextVersion);
        // Its questions have the places that they had, and calls are not among them.
        Assert.Contains("Does someone else read", await AnswerAsync(story, "m-90", "1"), StringComparison.Ordinal);
        Assert.Null((await story.Service<ContactStore>().ForSendingAsync("m-90"))!.Calls);
    }

    [Theory]
    [InlineData("en", "CT Resident Advisory Board: If you write that someone is in danger, a person may read it and call you, and may "
        + "have to tell 911 or DCF. Nobody reads this number all the time.")]
    [InlineData("es", "Junta de Residentes de CT: Si escribe que alguien está en peligro, una persona puede leerlo y llamarle, y quizás "
        + "tenga que avisar al 911 o a DCF. Nadie lee estos textos todo el tiempo.")]
    public async Task The_welcome_says_first_what_may_follow_from_words_of_danger(string language, string first)
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", [language], ["sms"], phone: "(203) 555-0190");
        Assert.StartsWith(first, Assert.Single(await story.SentToAsync("m-90")).Text, StringComparison.Ordinal);
        await AddAsync(story, "m-91", [language], ["email"], email: "ninety@example.org");
        Assert.StartsWith(
            first[..first.IndexOf("DCF", StringComparison.Ordinal)], Assert.Single(await story.SentToAsync("m-91", "email")).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1", CallsAllowed.CallAndMessage)]
    [InlineData("2", CallsAllowed.CallOnly)]
    [InlineData("3", CallsAllowed.No)]
    [InlineData("yes", CallsAllowed.CallOnly)]
    [InlineData("no", CallsAllowed.No)]
    public async Task The_welcome_asks_whether_we_may_call_and_a_bare_yes_leaves_no_message(string said, CallsAllowed kept)
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        await AnswerAsync(story, "m-90", "1");
        Assert.EndsWith(
            "May we call this number when we need to talk with you? Reply 1 yes, and leave a message; 2 yes, but no message; 3 no.",
            await AnswerAsync(story, "m-90", "1"),
            StringComparison.Ordinal);
        Assert.Contains("Does someone else read", await AnswerAsync(story, "m-90", said), StringComparison.Ordinal);
        Assert.Equal(kept, (await story.Service<ContactStore>().ForSendingAsync("m-90"))!.Calls);
    }

    [Fact]
    public async Task Whoever_is_about_to_call_reads_what_the_member_said_and_nothing_said_is_no_yes()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        foreach (var text in new[] { "1", "1" })
            await AnswerAsync(story, "m-90", text);
        await AnswerAsync(story, "m-90", "please call me");
        var id = Assert.Single(await story.Service<Core.Todo.Matters>().OpenAsync()).Id;
        Assert.Equal((null, "Did not say whether we may call: do not take it for a yes, and leave no message."), await CallsAsync());

        // The coordinator writes down what was said on the phone; a change of the name leaves it; another number was not asked about.
        await PutAsync(new() { ["name"] = "Quinn Example", ["phone"] = "(203) 555-0190", ["calls"] = "call-and-message" });
        Assert.Equal(("call-and-message", "Said that we may call and leave a message."), await CallsAsync());
        await PutAsync(new() { ["name"] = "Quinn R. Example", ["phone"] = "(203) 555-0190" });
        Assert.Equal("call-and-message", (await story.AskAsync(HttpMethod.Get, "/api/members/m-90/contact", "coordinator")).Body["calls"]!
            .GetValue<string>());
        await PutAsync(new() { ["name"] = "Quinn R. Example", ["phone"] = "(203) 555-0191" });
        Assert.Null((await story.AskAsync(HttpMethod.Get, "/api/members/m-90/contact", "coordinator")).Body["calls"]);

        async Task<(string? Allowed, string Says)> CallsAsync()
        {
            var shown = Assert.Single((await story.AskAsync(HttpMethod.Get, $"/api/matters/{id}", "coordinator")).Body["calls"]!
                .AsArray())!;
            Assert.Equal("m-90", shown["memberId"]!.GetValue<string>());
            return (shown["allowed"]?.GetValue<string>(), shown["says"]!.GetValue<string>());
        }

        async Task PutAsync(JsonObject contact)
        {
            using var http = new HttpClient { BaseAddress = story.Url };
            var answer = await http.AskAsync(HttpMethod.Put, "/api/members/m-90/contact", story.Key("coordinator"), contact);
            Assert.True(answer.Status == HttpStatusCode.NoContent, answer.Text);
        }
    }

    [Fact]
    public async Task The_code_is_readable_nowhere_once_it_was_taken()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        foreach (var text in new[] { "1", "1", "3", "2", "2" })
            await AnswerAsync(story, "m-90", text);
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync("m-90", "48213377", "sms", Webhooks.Provider.Sid(53));
        Assert.Equal("********", (await story.Service<InboundStore>().ReadAsync("sms|" + Webhooks.Provider.Sid(53)))!.Message.Text);
        Assert.DoesNotContain("4821", (await story.SentToAsync("m-90"))[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_is_fine_one_question_is_sent_once_more_and_then_no_other()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        await story.AdvanceAsync(TimeSpan.FromDays(2));
        Assert.Equal(2, (await story.SentToAsync("m-90")).Count);
        await AnswerAsync(story, "m-90", "1");
        await story.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.Equal(3, (await story.SentToAsync("m-90")).Count);
        Assert.Equal(DialogueEnd.Silent, (await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.End);
        Assert.True((await story.MemberAsync("m-90")).Consents(Channel.Sms));
    }

    [Fact]
    public async Task A_wrong_answer_is_explained_once_and_then_the_welcome_goes_on()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        await AnswerAsync(story, "m-90", "1");
        var again = await AnswerAsync(story, "m-90", "what do you mean");
        Assert.StartsWith("Sorry, we could not read that. Which language", again, StringComparison.Ordinal);
        Assert.Contains("May we call", await AnswerAsync(story, "m-90", "still no idea"), StringComparison.Ordinal);
        Assert.Equal(["en"], (await story.MemberAsync("m-90")).Languages);
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
    }

    [Theory]
    [InlineData("2")]
    [InlineData("STOP")]
    public async Task A_no_at_the_start_ends_messages(string no)
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        Assert.Contains("no more texts", await AnswerAsync(story, "m-90", no), StringComparison.Ordinal);
        Assert.False((await story.MemberAsync("m-90")).Consents(Channel.Sms));
        await story.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.Equal(2, (await story.SentToAsync("m-90")).Count);
        Assert.NotNull((await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"))!.End);
    }

    [Fact]
    public async Task Words_that_may_ask_to_be_left_alone_pause_the_welcome_until_start()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        await AnswerAsync(story, "m-90", "1");
        Assert.Contains("nothing more until you reply START", await AnswerAsync(story, "m-90", "Stop asking about immigration"),
            StringComparison.Ordinal);
        var before = (await story.SentToAsync("m-90")).Count;
        await story.AdvanceAsync(TimeSpan.FromDays(10));
        Assert.Equal(before, (await story.SentToAsync("m-90")).Count);
        Assert.Equal(MemberState.Paused, (await story.MemberAsync("m-90")).State);
    }

    [Fact]
    public async Task The_same_by_mail()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["es"], ["email"], email: "ninety@example.org");
        var first = Assert.Single(await story.SentToAsync("m-90", "email"));
        Assert.DoesNotContain("costo", first.Text, StringComparison.Ordinal);
        foreach (var text in new[] { "1", "2", "2", "2", "0", "me gusta la tarde" })
            await AnswerAsync(story, "m-90", text, "email");
        Assert.Contains("Ya tenemos sus palabras", (await story.SentToAsync("m-90", "email"))[^1].Text, StringComparison.Ordinal);
        Assert.False(await story.Service<MemberCodes>().HasAsync("m-90"));
        Assert.Empty(await story.Service<HoldingPen>().ReadAsync());
    }

    [Fact]
    public async Task The_welcome_waits_for_its_turn_on_the_phone_and_for_the_morning_and_members_of_a_file_are_left_in_peace()
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 11, 20, 30));
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        Assert.Empty(await story.SentToAsync("m-90"));
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 9));
        Assert.Single(await story.SentToAsync("m-90"));
        Assert.DoesNotContain(story.Carrier.Sent, key => key.StartsWith("talk|", StringComparison.Ordinal)
            && !key.StartsWith("talk|m-90", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_welcome_that_nothing_looks_at_any_more_goes_on_when_it_is_asked_for_again()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        var due = story.Service<DueRows>();
        foreach (var row in (await due.ReadAsync(DateTimeOffset.MaxValue.AddDays(-1))).Where(r => r.Subject.Kind == DialogueStore.DueKind))
            await due.RemoveAsync(row);
        await story.AdvanceAsync(TimeSpan.FromDays(3));
        Assert.Single(await story.SentToAsync("m-90"));

        for (var asked = 0; asked < 3; asked++)
            Assert.Equal(HttpStatusCode.Accepted,
                (await story.AskAsync(HttpMethod.Post, "/api/members/m-90/welcome", "coordinator")).Status);
        await story.SettleAsync();

        Assert.Equal(2, (await story.SentToAsync("m-90")).Count);
        await story.AdvanceAsync(TimeSpan.FromDays(30));
        Assert.Equal(2, (await story.SentToAsync("m-90")).Count);
    }

    [Fact]
    public async Task A_welcome_that_could_not_reach_the_member_begins_again()
    {
        await using var story = await BeginAsync(Eastern(2027, 1, 11, 20, 30));
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        await story.ChangeAsync("m-90", m => m with { State = MemberState.Paused });
        await story.AdvanceToAsync(Eastern(2027, 1, 12, 10));
        Assert.Empty(await story.SentToAsync("m-90"));

        await story.ChangeAsync("m-90", m => m with { State = MemberState.Active });
        Assert.Equal(HttpStatusCode.Accepted, (await story.AskAsync(HttpMethod.Post, "/api/members/m-90/welcome", "coordinator")).Status);
        await story.SettleAsync();

        Assert.Single(await story.SentToAsync("m-90"));
    }

    [Fact]
    public async Task An_answer_applied_twice_moves_the_welcome_on_once()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        var (dialogues, answers) = (story.Service<DialogueStore>(), story.Service<TakeDialogueAnswer>());
        var message = new InboundMessage(Channel.Sms, "SM-1", "+12035550190", "board", null, "1", story.Now);
        var one = await answers.TakeAsync(message, Dialogue.Welcome, "m-90", "1");
        var again = await answers.TakeAsync(message, Dialogue.Welcome, "m-90", "1");
        Assert.Equal(one!.Answer, again!.Answer);
        Assert.Equal(1, (await dialogues.FindAsync(Dialogue.Welcome, "m-90"))!.Step);
    }

    [Fact]
    public async Task After_a_silent_year_one_message_asks_and_without_an_answer_the_channel_is_paused()
    {
        await using var story = await OneAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(366));
        Assert.Contains("Is this still you", Assert.Single(await story.SentToAsync("m-09")).Text, StringComparison.Ordinal);
        await story.AdvanceAsync(TimeSpan.FromDays(20));
        Assert.Single(await story.SentToAsync("m-09"));
        Assert.False((await story.MemberAsync("m-09")).Consents(Channel.Sms));
        Assert.Equal("m-09", Assert.Single(await story.Service<SilentMembers>().ReadAsync(story.Service<BoardStore>())).MemberId);
        // Coming back is the person's own act.
        await story.SaysAsync("m-09", "START", "sms");
        Assert.True((await story.MemberAsync("m-09")).Consents(Channel.Sms));
        Assert.Empty(await story.Service<SilentMembers>().ReadAsync(story.Service<BoardStore>()));
    }

    [Fact]
    public async Task Who_says_that_it_is_still_them_is_not_asked_again_for_a_year()
    {
        await using var story = await OneAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(366));
        Assert.Contains("Good to hear from you", await AnswerAsync(story, "m-09", "1 yes"), StringComparison.Ordinal);
        Assert.Equal("still-you/1", (await story.MemberAsync("m-09")).Consent.Single(c => c.Channel is Channel.Sms).TextVersion);
        await story.AdvanceAsync(TimeSpan.FromDays(300));
        Assert.Equal(2, (await story.SentToAsync("m-09")).Count);
        await story.AdvanceAsync(TimeSpan.FromDays(70));
        Assert.Equal(3, (await story.SentToAsync("m-09")).Count);
    }

    [Fact]
    public async Task Whoever_wrote_within_the_year_is_not_asked()
    {
        await using var story = await OneAsync();
        await story.AdvanceAsync(TimeSpan.FromDays(200));
        await story.SaysAsync("m-09", "HELP", "sms");
        await story.AdvanceAsync(TimeSpan.FromDays(200));
        Assert.Single(await story.SentToAsync("m-09"));
        Assert.True((await story.MemberAsync("m-09")).Consents(Channel.Sms));
    }

    [Fact]
    public async Task Nothing_of_a_welcome_or_a_code_outlives_an_erase_request()
    {
        await using var story = await BeginAsync();
        await AddAsync(story, "m-90", ["en"], ["sms"], phone: "(203) 555-0190");
        foreach (var text in new[] { "1", "1", "3", "2", "2", "4821" })
            await AnswerAsync(story, "m-90", text);
        Assert.True(await story.Service<MemberCodes>().HasAsync("m-90"));
        foreach (var trace in story.Service<IEnumerable<Core.Board.Erasing.MemberTrace>>())
            await trace.ForgetAsync("m-90", CancellationToken.None);
        Assert.False(await story.Service<MemberCodes>().HasAsync("m-90"));
        Assert.Null(await story.Service<DialogueStore>().FindAsync(Dialogue.Welcome, "m-90"));
        Assert.Null(await story.Service<LastHeard>().AtAsync("m-90", Channel.Sms));
    }

    /// <summary>A board of one member who takes texts and consented today.</summary>
    private static async Task<ReviewStory> OneAsync()
    {
        var story = await BeginAsync();
        foreach (var member in await story.Service<BoardStore>().MembersAsync())
            await story.ChangeAsync(member.Id, m => m with { State = m.Id == "m-09" ? m.State : MemberState.Left });
        await story.ChangeAsync("m-09", m => m with { Channels = [Channel.Sms] });
        await story.Service<BoardStore>()
            .RecordConsentAsync("m-09", new(Channel.Email, ConsentState.Withdrawn, story.Now, "t", "paper form"));
        await story.Service<BoardStore>().RecordConsentAsync("m-09", new(Channel.Sms, ConsentState.Given, story.Now, "t", "paper form"));
        return story;
    }

    /// <summary>The member answers; the last message they got.</summary>
    private static async Task<string> AnswerAsync(ReviewStory story, string member, string text, string box = "sms")
    {
        await story.AdvanceAsync(TimeSpan.FromSeconds(1));
        await story.SaysAsync(member, text, box);
        return (await story.SentToAsync(member, box))[^1].Text;
    }

    internal static async Task AddAsync(ReviewStory story, string id, string[] languages, string[] channels, string? phone = null,
        string? email = null, bool entered = true)
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        await SendAsync(HttpMethod.Post, "/api/members", new()
        {
            ["id"] = id,
            ["member"] = new JsonObject
            {
                ["languages"] = new JsonArray([.. languages.Select(l => JsonValue.Create(l))]),
                ["channels"] = new JsonArray([.. channels.Select(c => JsonValue.Create(c))]),
                ["term"] = new JsonObject { ["from"] = "2027-01-01" },
                ["populations"] = new JsonArray(),
                ["experiences"] = new JsonArray("benefits"),
            },
        });
        if (!entered)
            return;
        await SendAsync(HttpMethod.Post, $"/api/members/{id}/consent", new()
        {
            ["channel"] = channels[0],
            ["state"] = "given",
            ["textVersion"] = "form/1",
            ["how"] = "paper form",
        });
        await SendAsync(HttpMethod.Put, $"/api/members/{id}/contact", new()
        { ["name"] = "Quinn Example", ["phone"] = phone, ["email"] = email });
        await story.SettleAsync();

        async Task SendAsync(HttpMethod method, string path, JsonObject body)
        {
            var answer = await http.AskAsync(method, path, story.Key("coordinator"), body);
            Assert.True((int)answer.Status < 300, answer.Text);
        }
    }
}
