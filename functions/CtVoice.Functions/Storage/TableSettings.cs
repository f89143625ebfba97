using System.ComponentModel.DataAnnotations;

namespace CtVoice.Functions.Storage;

/// <summary>Where the tables are: a connection string, or an endpoint that the app's identity may use.</summary>
internal sealed class TableSettings : IValidatableObject
{
    public const string Section = "Tables";

    private const string TableName = "^[A-Za-z][A-Za-z0-9]{2,62}$";

    /// <summary>Connection string, or <c>UseDevelopmentStorage=true</c> for Azurite.</summary>
    public string? Connection { get; init; }

    /// <summary>Address of the table service, when the app signs in with its identity.</summary>
    [RegularExpression("^https://.+", ErrorMessage = "The address begins with https://.")]
    public Uri? Endpoint { get; init; }

    /// <summary>Client id of a user-assigned identity; absent for the system-assigned one or a developer's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Name of the table of reviews, ledger and settings.</summary>
    [Required, RegularExpression(TableName)]
    public string Records { get; init; } = "records";

    /// <summary>Name of the table of members' contact data.</summary>
    [Required, RegularExpression(TableName)]
    public string Contacts { get; init; } = "contacts";

    /// <summary>True on Azurite's own account, where nothing is real.</summary>
    public bool IsDevelopment =>
        string.Equals(Connection?.Trim().TrimEnd(';'), "UseDevelopmentStorage=true", StringComparison.OrdinalIgnoreCase);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(Connection) == (Endpoint is null))
            yield return new("Set exactly one of the two.", [nameof(Connection), nameof(Endpoint)]);
        if (string.Equals(Records, Contacts, StringComparison.OrdinalIgnoreCase))
            yield return new("Contact data have a table of their own.", [nameof(Records), nameof(Contacts)]);
    }
}
