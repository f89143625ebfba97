using System.Diagnostics;
using System.Globalization;
using System.Text;
using CtVoice.Core.Conversations.Inbound;
using CtVoice.Core.Storage;
using CtVoice.Local.Tests.Reviews;
using CtVoice.Local.Tests.Webhooks;
using Xunit.Abstractions;
using static CtVoice.Local.Tests.Webhooks.Provider;

namespace CtVoice.Proof.Mutation;

/// <summary>Whatever a provider delivers is stored and ends somewhere; nothing of it is a fault of ours.</summary>
public sealed class MutatedBodyTests(ITestOutputHelper output)
{
    // A run sends six mutated bodies: 20,000 of them, or 1,200.
    private const int Bodies = 6;

    private static readonly int Runs = LongRuns.Times(200, 3_334);

    [Fact]
    public async Task Mutated_texts_and_mails_are_taken_classified_and_never_a_fault()
    {
        await using var story = await ReviewStory.AskedAsync();
        using var provider = new Provider(story);
        var random = new Random(20270111);
        var code = (await story.StateAsync()).Invitations[0].Code;
        var phone = await provider.PhoneOfAsync((await story.TextersAsync())[0]);
        var mail = $"Message-ID: <x@example.org>\r\nFrom: a@example.org\r\nTo: reply+{code}@reply.example.org\r\nSubject: Re: "
            + $"[{code}]\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: "
            + "text/plain\r\n\r\n2 yes\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: "
            + "quoted-printable\r\n\r\n<p>=32</p>\r\n--b--\r\n";
        var watch = Stopwatch.StartNew();
        for (var run = 0; run < Runs; run++)
        {
            var text = Mutated("2 only if names are removed. STOP asking [" + code + "]", random);
            using var sms = await provider.TwilioAsync(Sms(Sid(run), phone, text));
            Taken(sms);
            await ClassifiedAsync(story, provider, "sms|" + Sid(run));

            var headers = $"Message-ID: <m{run}@example.org>\n" + Mutated($"From: a@example.org\nSubject: Re: [{code}]\n", random);
            using var parsed = await provider.MailAsync(
                ("headers", headers), ("to", Mutated($"reply+{code}@reply.example.org", random)), ("text", text),
                ("envelope", Mutated("""{"to":["a@b"]}""", random)), ("charsets", Mutated("""{"text":"utf-8"}""", random)));
            Taken(parsed);

            using var form = Form();
            form.Add(new ByteArrayContent(MutatedBytes(Encoding.UTF8.GetBytes(mail), random)), "email");
            using var raw = await provider.RawAsync($"/api/webhooks/email/{provider.Options.EmailSecret.Current}", form);
            Taken(raw);

            using var broken =
                new ByteArrayContent(
                    MutatedBytes(Encoding.UTF8.GetBytes("--b\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhello\r\n--b--\r\n"),
                        random));
            broken.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
            using var cut = await provider.RawAsync($"/api/webhooks/email/{provider.Options.EmailSecret.Current}", broken);
            Taken(cut);

            using var json = await provider.RawAsync(
                $"/api/webhooks/email/{provider.Options.EmailSecret.Current}",
                Json(Mutated(
                    """
                    {"id":"g","from":{"emailAddress":{"address":"a@b"}},"toRecipients":[],"body":{"content":"2","contentType":"text"}}
                    """,
                    random)));
            Taken(json);

            using var events = await provider.RawAsync(
                $"/api/webhooks/email/events?secret={provider.Options.EventSecret.Current}",
                Json(Mutated(
                    """[{"eventType":"Microsoft.Communication.EmailDeliveryReportReceived","data":{"messageId":"1","status":"Bounced"}}]""",
                    random)));
            Assert.True((int)events.StatusCode < 500);
        }

        // Whatever name a broken mail was stored under: nothing that arrived is still waiting to be understood.
        var waiting = (await story.Service<DueRows>().ReadAsync(story.Now.AddDays(30), perShard: 1_000))
            .Where(row => row.Subject.Kind == InboundStore.DueKind).ToList();
        foreach (var row in waiting)
            await ClassifiedAsync(story, provider, row.Subject.Id);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{Runs * Bodies:N0} mutated bodies taken, none a fault of ours, {watch.Elapsed.TotalSeconds:N0} s"));
    }

    /// <summary>What a busy machine did not finish within the provider's patience is the sweep's;
    /// a fault would be found again there.</summary>
    private static async Task ClassifiedAsync(ReviewStory story, Provider provider, string id)
    {
        var stored = await provider.StoredAsync(id);
        Assert.True(stored is not null, $"{id} is not stored");
        if (stored.Outcome is null)
        {
            await story.AdvanceAsync(DueRows.Grace + DueRows.Grace);
            stored = await provider.StoredAsync(id);
        }
        Assert.True(stored!.Outcome is not null, $"{id} is not classified: "
            + $"{string.Join(' ', stored.Message.Text.Select(c => ((int)c).ToString("x", CultureInfo.InvariantCulture)))}");
        Assert.True(Enum.IsDefined(stored.Outcome.Place));
    }

    private static string Mutated(string text, Random random)
    {
        var runes = new StringBuilder(text);
        for (var n = random.Next(5); n > 0 && runes.Length > 0; n--)
        {
            var at = random.Next(runes.Length);
            _ = random.Next(4) switch
            {
                0 => runes.Remove(at, 1),
                1 => runes.Insert(at, "\0\r\n\t|/\\#?ñ“👍‏"[random.Next(12)] is var c && char.IsSurrogate(c) ? "👍" : c.ToString()),
                2 => runes.Insert(at, runes.ToString(at, Math.Min(9, runes.Length - at))),
                _ => runes.Replace(runes[at], (char)random.Next(32, 0x2FF)),
            };
        }
        return runes.ToString();
    }

    private static byte[] MutatedBytes(byte[] bytes, Random random)
    {
        for (var n = random.Next(6); n > 0; n--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return random.Next(5) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
