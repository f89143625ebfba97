using CtVoice.Core.Conversations.Providers;

namespace CtVoice.Web;

/// <summary>How providers reach us and what they must know.</summary>
/// <param name="PublicUrl">
/// Where the product is reached from outside, as it is configured at the providers: signatures cover it, and what a request
/// says of its own host counts for nothing.
/// </param>
/// <param name="TwilioToken">Auth token of the account that sends texts.</param>
/// <param name="EmailSecret">Secret of whoever posts inbound email: in the path, as password, or in <c>X-Webhook-Secret</c>.</param>
/// <param name="EventSecret">Secret of whoever posts delivery reports: <c>secret</c> in the query, or <c>X-Webhook-Secret</c>.</param>
public sealed record WebhookOptions(Uri PublicUrl, RotatingSecret TwilioToken, RotatingSecret EmailSecret, RotatingSecret EventSecret)
{
    /// <summary>Options that nobody outside this process can sign for, as where providers are simulated.</summary>
    public static WebhookOptions Development { get; } =
        new(new("https://localhost"), RotatingSecret.Random(), RotatingSecret.Random(), RotatingSecret.Random());
}
