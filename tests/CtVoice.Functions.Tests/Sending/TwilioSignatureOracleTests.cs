using CtVoice.Core.Conversations.Providers;
using Twilio.Security;

namespace CtVoice.Functions.Tests.Sending;

/// <summary>Our signature of webhooks against the validator of Twilio's own SDK: whatever one signs, the other takes,
/// and nothing that was changed.</summary>
public sealed class TwilioSignatureOracleTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    public static TheoryData<string, string[]> Forms => new()
    {
        { "https://board.example.org/webhooks/twilio/sms",
            ["From", "+12035550123", "Body", "2 only if names are removed", "MessageSid", "SM1"] },
        { "https://board.example.org/webhooks/twilio/sms?a=b&c=%20d", ["Body", "", "To", "+12035550199"] },
        { "https://board.example.org:8443/webhooks/twilio/sms",
            ["Body", "¿Está bien? 👍🏽 & = +", "body", "lower case comes later", "A", "1"] },
        { "http://localhost:7071/webhooks/twilio/status",
            ["Z", "last", "a", "first in no culture", "_", "signs", "MessageStatus", "delivered"] },
        { "https://board.example.org/webhooks/twilio/status", [] },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void What_we_sign_the_SDK_takes_and_nothing_that_was_changed(string url, string[] form)
    {
        var parameters = form.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        var validator = new RequestValidator(Token);

        var signature = TwilioSignature.Of(Token, url, parameters);

        Assert.True(validator.Validate(url, parameters, signature));
        Assert.False(validator.Validate(url + "x", parameters, signature));
        Assert.False(
            validator.Validate(url, new Dictionary<string, string>(parameters, StringComparer.Ordinal) { ["Body"] = "1" }, signature));
        Assert.False(new RequestValidator(Token[1..] + "0").Validate(url, parameters, signature));
    }
}
