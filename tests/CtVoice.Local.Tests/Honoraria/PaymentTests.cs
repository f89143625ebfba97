using System.Net;
using System.Text.Json.Nodes;
using CtVoice.Core;
using CtVoice.Core.Board;
using CtVoice.Core.Honoraria;
using CtVoice.Local.Tests.Harness;
using CtVoice.Local.Tests.Pages;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Local.Tests.Honoraria;

/// <summary>Pay for answering, never for what was answered.</summary>
public sealed class PaymentTests
{
    [Fact]
    public async Task Whoever_answers_declines_or_is_late_is_owed_alike_whatever_they_say()
    {
        await using var story = await ReviewStory.AskedAsync(questions: 2, change: Rate(25m));
        var asked = await story.TextersAsync();
        await story.AnswersAsync(asked[0], "1");
        await story.AnswersAsync(asked[1], "3 this is wrong");
        await story.SaysAsync(asked[2], "STOP");

        await story.AdvanceAsync(TimeSpan.FromDays(40));
        Assert.True((await story.StateAsync()).Report!.SentAt < story.Now);
        await story.SaysAsync(asked[0], "2 to the other question, after the report");

        var payments = await PaymentsAsync(story);
        Assert.Equal(asked.Take(3).Order(StringComparer.Ordinal), payments.Select(p => Text(p["memberId"])));
        Assert.All(payments,
            p => Assert.Equal(("owed", 25m, "USD"), (Text(p["state"]), p["amount"]!.GetValue<decimal>(), Text(p["currency"]))));
    }

    [Theory]
    [InlineData("sms", null)]
    [InlineData("email", null)]
    [InlineData("sms", "decline")]
    [InlineData("email", "decline")]
    [InlineData("sms", "stop")]
    [InlineData("email", "one click")]
    public async Task A_word_that_declines_is_owed_for_whatever_way_it_came(string box, string? onPage)
    {
        await using var story = await ReviewStory.AskedAsync(change: Rate(25m));
        var member = (await story.StateAsync()).Invitations.First(i => i.Channel == Channels.Named(box)).MemberId;
        if (onPage == "one click")
        {
            using var provider = new Provider(story);
            var link = story.Carrier.Mails.Last(m => m.Key.Contains($"|{member}|", StringComparison.Ordinal)).Unsubscribe!.AbsolutePath;
            using var clicked = await provider.RawAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
            using var again = await provider.RawAsync(link, new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (clicked.StatusCode, again.StatusCode));
            Assert.False((await story.MemberAsync(member)).Consents(Channel.Email));
            await story.SettleAsync();
        }
        else if (onPage is null)
        {
            await story.SaysAsync(member, "STOP", box);
        }
        else
        {
            using var browser = new MemberBrowser(story);
            var link = await browser.LinkOfAsync(member, box);
            await browser.GetAsync(link);
            await browser.PressAsync(link, onPage);
        }

        Assert.False((await story.StateAsync()).InvitationOf(member)!.Stands);
        var payment = Assert.Single(await PaymentsAsync(story));
        Assert.Equal((member, "owed", 25m), (Text(payment["memberId"]), Text(payment["state"]), payment["amount"]!.GetValue<decimal>()));
    }

    [Fact]
    public async Task Without_a_rate_questions_are_counted_and_no_amount_is_named()
    {
        await using var story = await ReviewStory.AskedAsync();
        await story.SaysAsync((await story.TextersAsync())[0], "2");

        var payment = Assert.Single(await PaymentsAsync(story));
        Assert.Equal("owed", Text(payment["state"]));
        Assert.Null(payment["amount"]);
    }

    [Fact]
    public async Task Marking_as_paid_twice_is_once_and_another_reference_is_refused()
    {
        await using var story = await ReviewStory.AskedAsync(change: Rate(25m));
        await story.SaysAsync((await story.TextersAsync())[0], "2");
        var id = Text((await PaymentsAsync(story))[0]["id"])!;

        foreach (var (reference, expected) in new[]
            { ("run-1", HttpStatusCode.OK), ("run-1", HttpStatusCode.OK), ("run-2", HttpStatusCode.Conflict) })
            Assert.Equal(expected,
                (await SendAsync(story, HttpMethod.Post, "/api/payments/paid", new()
                { ["year"] = 2027, ["payments"] = new JsonArray(id), ["reference"] = reference })).Status);
        Assert.Equal(HttpStatusCode.Conflict,
            (await SendAsync(story, HttpMethod.Post, "/api/payments/paid", new()
            { ["year"] = 2027, ["payments"] = new JsonArray("r-x|m-01|1"), ["reference"] = "run-1" })).Status);
        Assert.Equal(("paid", "run-1"),
            (Text((await PaymentsAsync(story))[0]["state"]), Text((await PaymentsAsync(story))[0]["reference"])));
    }

    [Fact]
    public async Task The_table_names_the_payee_and_the_auditor_sees_who_looked()
    {
        await using var story = await ReviewStory.AskedAsync(change: Rate(25m));
        var member = (await story.TextersAsync())[0];
        await story.ChangeAsync(member, m => m with { Pay = new(PayeeReference: "V-10077") });
        await story.SaysAsync(member, "2");

        var (_, table) = await SendAsync(story, HttpMethod.Get, "/api/payments.csv");
        var (_, views) = await SendAsync(story, HttpMethod.Get, "/api/views", who: "auditor");

        Assert.Contains($"{story.Id}|{member}|1,V-10077,{member},{story.Id},1,2027-01-11,owed,25,USD,", table, StringComparison.Ordinal);
        Assert.Contains("\"screen\":\"payments\"", views, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("123-45-6789")]
    [InlineData("123456789")]
    [InlineData("V 10077")]
    public async Task A_payee_reference_is_no_tax_number(string reference)
    {
        await using var story = await ReviewStory.BeginAsync();

        var (status, body) = await SendAsync(story, HttpMethod.Put, "/api/members/m-01/pay", new() { ["payeeReference"] = reference });

        Assert.Equal((HttpStatusCode.BadRequest, "/payeeReference"), (status, Text(JsonNode.Parse(body)!["faults"]![0]!["pointer"])));
        Assert.DoesNotContain(reference, body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_member_who_declines_or_has_enough_is_paid_no_more_and_what_was_paid_stays()
    {
        Payment Of(string id, string member, int day, PaymentState state = PaymentState.Owed) =>
            new(id, "r-1", member, 1, new(2027, 1, day), state, 25m, "USD", null, null);
        var wishes = new Dictionary<string, MemberPay> { ["m-1"] = new(YearlyLimit: 60m), ["m-2"] = new(Declines: true) };

        var settled = Payment.Settle(
            [Of("c", "m-1", 3), Of("b", "m-1", 2), Of("a", "m-1", 1), Of("paid", "m-2", 1, PaymentState.Paid), Of("e", "m-2", 2),
                Of("f", "m-3", 1)],
            id => wishes.GetValueOrDefault(id));

        Assert.Equal(
            [("a", PaymentState.Owed), ("b", PaymentState.Owed), ("c", PaymentState.Declined), ("paid", PaymentState.Paid),
                ("e", PaymentState.Declined), ("f", PaymentState.Owed)],
            settled.Select(p => (p.Id, p.State)));
    }

    // The settings of the story, and the rate.
    private static Action<IServiceCollection> Rate(decimal amount) => services =>
    {
        var settings = (CtVoiceOptions)services.Last(s => s.ServiceType == typeof(CtVoiceOptions)).ImplementationInstance!;
        services.AddSingleton(settings with { Honorarium = new(amount, "USD") });
    };

    private static async Task<IReadOnlyList<JsonNode>> PaymentsAsync(ReviewStory story) =>
        [.. JsonNode.Parse((await SendAsync(story, HttpMethod.Get, "/api/payments?year=2027")).Body)!["payments"]!.AsArray()
            .OfType<JsonNode>()];

    private static async Task<(HttpStatusCode Status, string Body)> SendAsync(ReviewStory story, HttpMethod method, string path,
        JsonObject? body = null, string who = "coordinator")
    {
        using var http = new HttpClient { BaseAddress = story.Url };
        var answer = await http.AskAsync(method, path, story.Key(who), body);
        return (answer.Status, answer.Text);
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
