using System.Text;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Language.Email;
using CtVoice.Language.Tests;

namespace CtVoice.Core.Tests.Conversations.Providers;

/// <summary>Property: whatever a provider hands over is stored, and read again as it was stored, whatever characters are in it.</summary>
public sealed class AnyMailTests
{
    private static readonly int Mutated = Environment.GetEnvironmentVariable("CTVOICE_LONG") == "1" ? 100_000 : 5_000;

    [Fact]
    public void Mail_of_a_provider_with_anything_put_into_it_is_stored_and_read()
    {
        var random = new Random(20270111);
        for (var run = 0; run < Mutated; run++)
        {
            var message = OddTexts.Changed(OddTexts.Messages[random.Next(OddTexts.Messages.Length)], random);
            var fields = new Dictionary<string, byte[]>(StringComparer.Ordinal)
            {
                ["headers"] = Encoding.UTF8.GetBytes(OddTexts.Headers(random)),
                ["html"] = Encoding.UTF8.GetBytes(OddTexts.Html(message, random)),
            };
            var stored = SendGridMail.Read(fields, [], cut: false).ToMessage(default);

            var thrown = Record.Exception(() => EmailReader.Read(ReceivedMail.Read(stored.Text), EmailContext.Default));

            Assert.True(thrown is null, $"{thrown?.GetType().Name} in run {run}");
        }
    }
}
