using CtVoice.Core.Conversations.Providers;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Webhooks;
using CtVoice.Web;
using Microsoft.Extensions.DependencyInjection;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Proof.Security;

/// <summary>
/// The secrets of providers are exchanged as docs/operations.md says, while messages come in: nothing signed with either is turned away
/// before every sender has the new one, and nothing signed with the old one is taken after the end of the exchange.
/// </summary>
public sealed class RotationTests
{
    private readonly List<string> stored = [];

    [Fact]
    public async Task Secrets_of_providers_are_exchanged_without_a_message_lost_and_the_old_ones_end()
    {
        var now = Secrets(new("twilio-1"), new("mail-1"), new("event-1"));
        await using var story = await ReviewStory.AskedAsync(change: services => services.AddTransient(_ => now));
        using var provider = new Provider(story);
        var phone = await provider.PhoneOfAsync((await story.TextersAsync())[0]);
        var sent = 0;

        Assert.Equal("taken taken taken", await TakenAsync(1));
        Assert.Equal("refused refused refused", await TakenAsync(2));

        now = Secrets(new("twilio-2", "twilio-1"), new("mail-2", "mail-1"), new("event-2", "event-1"));
        Assert.Equal("taken taken taken", await TakenAsync(1));
        Assert.Equal("taken taken taken", await TakenAsync(2));

        now = Secrets(new("twilio-2"), new("mail-2"), new("event-2"));
        Assert.Equal("refused refused refused", await TakenAsync(1));
        Assert.Equal("taken taken taken", await TakenAsync(2));

        // Everything that was taken is stored.
        Assert.All(await Task.WhenAll(stored.Select(provider.StoredAsync)), Assert.NotNull);

        async Task<string> TakenAsync(int generation)
        {
            var sid = Sid(++sent);
            using var text = await provider.TwilioAsync(Sms(sid, phone, "HELP"), token: $"twilio-{generation}");
            using var mail = await provider.RawAsync(
                $"/api/webhooks/email/mail-{generation}",
                Form(("headers", $"Message-ID: <r{sent}@example.org>\n"), ("from", "a@example.org"), ("text", "hello")));
            using var report = await provider.RawAsync($"/api/webhooks/email/events?secret=event-{generation}", Json("[]"));
            if (text.IsSuccessStatusCode)
                stored.Add("sms|" + sid);
            return string.Join(' ', new[] { text, mail, report }.Select(answer => answer.IsSuccessStatusCode ? "taken" : "refused"));
        }
    }

    private static WebhookOptions Secrets(RotatingSecret twilio, RotatingSecret email, RotatingSecret events) =>
        new(new("https://localhost"), twilio, email, events);
}
