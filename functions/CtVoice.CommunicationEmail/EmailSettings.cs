using System.ComponentModel.DataAnnotations;

namespace CtVoice.CommunicationEmail;

/// <summary>The Communication Services resource that sends email; the app signs in with its identity.</summary>
public sealed class EmailSettings
{
    /// <summary>Where a host keeps these among its settings.</summary>
    public const string Section = "Email";

    /// <summary>Address of the resource.</summary>
    [Required, RegularExpression("^https://.+", ErrorMessage = "The address begins with https://.")]
    public Uri? Endpoint { get; init; }

    /// <summary>Client id of a user-assigned identity; absent for the system-assigned one or a developer's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Address that mail comes from, of a verified domain.</summary>
    [Required, EmailAddress]
    public string Sender { get; init; } = "";
}
