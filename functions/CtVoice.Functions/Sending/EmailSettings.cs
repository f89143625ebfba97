using System.ComponentModel.DataAnnotations;
using CtVoice.Functions.Settings;

namespace CtVoice.Functions.Sending;

/// <summary>The Communication Services resource that sends email; the app signs in with its identity.</summary>
internal sealed class EmailSettings
{
    public const string Section = "Email";

    /// <summary>Address of the resource.</summary>
    [Required, HttpsAddress]
    public Uri? Endpoint { get; init; }

    /// <summary>Client id of a user-assigned identity; absent for the system-assigned one or a developer's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Address that mail comes from, of a verified domain.</summary>
    [Required, EmailAddress]
    public string Sender { get; init; } = "";
}
