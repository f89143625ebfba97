using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Functions.Sending;
using CtVoice.Web;

namespace CtVoice.Functions.Settings;

/// <summary>How providers reach the app and what they must know. While a secret is exchanged, the one before it counts too.</summary>
internal sealed class WebhookSettings
{
    public const string Section = "Webhooks";

    /// <summary>Auth token of the Twilio account before the present one.</summary>
    public string? PreviousTwilioToken { get; init; }

    /// <summary>Secret of whoever posts inbound email.</summary>
    [Required, MinLength(24)]
    public string EmailSecret { get; init; } = "";

    /// <summary>The secret before it.</summary>
    public string? PreviousEmailSecret { get; init; }

    /// <summary>Secret of whoever posts delivery reports of emails.</summary>
    [Required, MinLength(24)]
    public string EventSecret { get; init; } = "";

    /// <summary>The secret before it.</summary>
    public string? PreviousEventSecret { get; init; }

    public WebhookOptions Options(Uri publicUrl, TwilioSettings twilio) => new(
        publicUrl, new RotatingSecret(twilio.AuthToken, PreviousTwilioToken),
        new RotatingSecret(EmailSecret, PreviousEmailSecret), new RotatingSecret(EventSecret, PreviousEventSecret));
}
