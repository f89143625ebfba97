using System.Security.Cryptography;
using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Core.Reviews;
using CtVoice.Local.Tests.Reviews;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Local.Tests.Webhooks;

/// <summary>Texts and their statuses, by the requests that Twilio sends.</summary>
public sealed class TwilioWebhookTests
{
    [Fact]
    public async Task A_signed_text_is_stored_applied_and_answered_with_an_empty_response()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];

        using var response = await provider.TwilioAsync(Sms(Sid(1), await provider.PhoneOfAsync(member), "2 only without names"));

        Taken(response);
        Assert.Equal("<Response/>", await response.Content.ReadAsStringAsync());
        Assert.Equal("text/xml", response.Content.Headers.ContentType!.MediaType);
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal((member, 2), (reply.MemberId, reply.Choice));
        Assert.Equal(InboundPlace.Accepted, (await provider.StoredAsync("sms|" + Sid(1)))!.Outcome!.Place);
    }

    [Theory]
    [InlineData("https://localhost:443/api/webhooks/twilio/sms", "/api/webhooks/twilio/sms")]
    [InlineData("https://localhost/api/webhooks/twilio/sms/", "/api/webhooks/twilio/sms")]
    [InlineData("https://localhost/api/webhooks/twilio/sms?a=1&b=%20x", "/api/webhooks/twilio/sms?a=1&b=%20x")]
    public async Task Ports_slashes_and_queries_of_the_signed_address_make_no_difference(string signed, string requested)
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);

        using var response = await provider.TwilioAsync(Sms(Sid(2), "+12035559999", "hello"), requested, signed);

        Taken(response);
        Assert.NotNull(await provider.StoredAsync("sms|" + Sid(2)));
    }

    [Fact]
    public async Task Wrong_and_missing_signatures_are_refused_and_nothing_is_stored()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        var form = Sms(Sid(3), "+12035559999", "hello");

        using var wrong = await provider.TwilioAsync(form, token: "another token");
        using var elsewhere = await provider.TwilioAsync(form, signedUrl: "https://example.org/api/webhooks/twilio/sms");
        using var missing = await provider.RawAsync("/api/webhooks/twilio/sms", new FormUrlEncodedContent(form));
        using var changed = await provider.TwilioAsync(
            Sms(Sid(3), "+12035559999", "STOP"),
            signature: TwilioSignature.Of(provider.Options.TwilioToken.Current, "https://localhost/api/webhooks/twilio/sms", form));

        Assert.All([wrong, elsewhere, missing, changed], Refused);
        Assert.Null(await provider.StoredAsync("sms|" + Sid(3)));
    }

    [Fact]
    public async Task A_json_body_is_covered_by_its_hash_in_the_signed_query()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        const string body = """{"MessageSid":"SM0123456789abcdef0123456789abcdef","From":"+12035559999","Body":"hello"}""";
        var path = "/api/webhooks/twilio/sms?bodySHA256=" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        var signature = TwilioSignature.Of(provider.Options.TwilioToken.Current, "https://localhost" + path, []);

        using var changed =
            await provider.RawAsync(path, Json(body.Replace("hello", "STOP", StringComparison.Ordinal)),
                (TwilioSignature.Header, signature));
        using var taken = await provider.RawAsync(path, Json(body), (TwilioSignature.Header, signature));

        Refused(changed);
        Taken(taken);
        Assert.Equal("hello", (await provider.StoredAsync("sms|SM0123456789abcdef0123456789abcdef"))!.Message.Text);
    }

    [Fact]
    public async Task Thirty_two_copies_at_once_are_one_message_one_reply_and_one_answer()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var form = Sms(Sid(4), await provider.PhoneOfAsync(member), "1");
        var before = (await story.SentToAsync(member)).Count;

        var responses = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => provider.TwilioAsync(form)));

        Assert.All(responses, Taken);
        await story.SettleAsync();
        Assert.Single(Assert.Single((await story.StateAsync()).Replies).Pieces);
        Assert.Equal(before + 1, (await story.SentToAsync(member)).Count);
        foreach (var response in responses)
            response.Dispose();
    }

    [Fact]
    public async Task Statuses_in_any_order_never_go_back_and_an_early_one_is_kept()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        var sid = (await provider.OutboxAsync(member)).Text("providerId")!;

        foreach (var status in new[] { "sent", "queued", "delivered", "sending", "failed", "undelivered" })
        {
            using var response = await provider.StatusAsync(sid, status);
            Taken(response);
        }

        Assert.Equal("Delivered", (await provider.OutboxAsync(member)).Text("delivery"));
        Assert.Empty(await story.LedgerAsync("message-lost"));
        using var unknown = await provider.StatusAsync(Sid(77), "undelivered");
        Taken(unknown);
    }

    [Fact]
    public async Task A_report_that_comes_before_our_own_record_is_applied_when_the_record_is_written()
    {
        await using var story = await ReviewStory.BeginAsync();
        using var provider = new Provider(story);
        var reported = 0;
        story.Carrier.OnSent = async key =>
        {
            if (!key.EndsWith("|invitation|Sms", StringComparison.Ordinal) || Interlocked.Exchange(ref reported, 1) == 1)
                return;
            var member = key.Split('|')[2];
            using var response = await provider.StatusAsync((await story.SentToAsync(member))[0].Id, "undelivered", "30003");
            Taken(response);
        };
        await story.SubmitAsync();
        await story.ReleaseTextsAsync();
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Single(await story.LedgerAsync("message-lost"));
    }

    [Fact]
    public async Task An_undelivered_text_goes_by_email_and_without_one_an_alternate_joins()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        foreach (var member in await story.TextersAsync())
        {
            var byMail = (await story.MemberAsync(member)).Consents(Channel.Email);
            using var response =
                await provider.StatusAsync((await provider.OutboxAsync(member)).Text("providerId")!, "undelivered", "30005");
            Taken(response);
            await story.SettleAsync();

            var invitation = (await story.StateAsync()).InvitationOf(member)!;
            Assert.Equal(byMail, invitation.Stands);
            Assert.Equal(byMail ? Channel.Email : Channel.Sms, invitation.Channel);
            Assert.Equal(byMail ? 1 : 0, (await story.LedgerAsync("message-sent-another-way"))
                .Count(e => e.Fact("to") == invitation.Pseudonym));
        }
    }

    [Fact]
    public async Task A_number_that_told_the_provider_to_stop_is_stopped_here_too()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];

        using var response = await provider.StatusAsync((await provider.OutboxAsync(member)).Text("providerId")!, "failed", "21610");

        Taken(response);
        Assert.False((await story.MemberAsync(member)).Consents(Channel.Sms));
    }

    [Fact]
    public async Task A_picture_without_words_is_declined_kindly_and_no_reply()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        KeyValuePair<string, string>[] form =
            [new("MessageSid", Sid(9)), new("From", await provider.PhoneOfAsync(member)), new("To", "+1"), new("Body", ""),
                new("NumMedia", "1"), new("MediaUrl0", "https://example.org/x")];

        using var response = await provider.TwilioAsync(form);

        Taken(response);
        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Equal(InboundPlace.ClarificationAsked, (await provider.StoredAsync("sms|" + Sid(9)))!.Outcome!.Place);
    }

    [Fact]
    public async Task A_reaction_is_kept_with_what_it_reacts_to_and_is_no_answer()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];

        using var response = await provider.TwilioAsync(Sms(Sid(10), await provider.PhoneOfAsync(member), "Liked “Is it OK to share”"));

        Taken(response);
        Assert.Empty((await story.StateAsync()).Replies);
        Assert.Equal("Is it OK to share", (await provider.StoredAsync("sms|" + Sid(10)))!.Outcome!.ReactsTo);
    }

    [Fact]
    public async Task A_yes_from_a_phone_that_had_stopped_counts_only_after_we_asked()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "STOP", "sms");
        await story.SaysAsync(member, "YES", "sms");
        Assert.False((await story.MemberAsync(member)).Consents(Channel.Sms));
        await story.AdvanceAsync(TimeSpan.FromMinutes(1));
        await story.SaysAsync(member, "YES", "sms");
        Assert.True((await story.MemberAsync(member)).Consents(Channel.Sms));
    }

    [Fact]
    public async Task A_change_and_a_withdrawal_are_taken_and_the_record_says_so()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "1", "sms");
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        await story.SaysAsync(member, "change my answer to 2", "sms");
        Assert.Equal(2, Assert.Single((await story.StateAsync()).Replies).Choice);
        await story.AdvanceAsync(TimeSpan.FromMinutes(10));
        await story.SaysAsync(member, "withdraw my answer", "sms");
        var state = await story.StateAsync();
        Assert.True(Assert.Single(state.Replies).Withdrawn);
        Assert.Equal(0, state.Repliers);
        Assert.Single(await story.LedgerAsync("reply-withdrawn"));
    }

    [Fact]
    public async Task Words_that_are_not_to_be_quoted_are_counted_and_never_recommend()
    {
        await using var story = await ReviewStory.AskedAsync();
        var member = (await story.TextersAsync())[0];
        await story.SaysAsync(member, "3 they never asked us. Do not quote me", "sms");
        var reply = Assert.Single((await story.StateAsync()).Replies);
        Assert.Equal(3, reply.Choice);
        Assert.True(reply.NotQuoted);
        Assert.False(Reporting.Recommends(await story.StateAsync(), reply));
        Assert.Equal(1, (await story.StateAsync()).Repliers);
    }

    [Fact]
    public async Task The_same_texts_in_any_order_and_number_give_the_same_counted_answer()
    {
        (string Text, int Minute)[] texts =
            [("1", 0), ("please tell us first", 1), ("change my answer to 2", 20), ("and take names out", 21),
                ("change my answer to 3", 40)];
        var results = new HashSet<(int?, int)>();
        foreach (var seed in Enumerable.Range(1, 3))
        {
            await using var story = await ReviewStory.AskedAsync();
            var member = (await story.TextersAsync())[0];
            var at = story.Now;
            await story.AdvanceAsync(TimeSpan.FromHours(1));
            var order = texts.Concat(texts).ToArray();
            new Random(seed).Shuffle(order);
            foreach (var (text, minute) in order)
                await story.ArrivesAsync(member, text, at.AddMinutes(minute), Sid(1000 + minute));
            var reply = Assert.Single((await story.StateAsync()).Replies);
            results.Add((reply.Choice, reply.Pieces.Count));
        }
        Assert.Equal([(3, texts.Length)], results);
    }
}
