using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Configuration;

namespace CtVoice.Functions.Settings;

/// <summary>Reads a section of the settings before anything is built on it; a wrong one stops the start.</summary>
internal static class SettingsReader
{
    /// <summary>The settings of <paramref name="section"/>.</summary>
    /// <exception cref="ValidationException">A setting is missing or malformed; the message names each.</exception>
    public static T Read<T>(this IConfiguration configuration, string section)
        where T : class, new()
    {
        // A reference that the platform could not resolve stays as it is written: long enough to pass for a secret.
        if (configuration.GetSection(section).AsEnumerable()
            .FirstOrDefault(s => s.Value?.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) is true) is { Key: { } unresolved })
            throw new ValidationException($"{unresolved}: the reference to the key vault is not resolved.");
        var settings = Bind<T>(configuration, section);
        var faults = new List<ValidationResult>();
        if (Validator.TryValidateObject(settings, new ValidationContext(settings), faults, validateAllProperties: true))
            return settings;
        throw new ValidationException(string.Join(
            Environment.NewLine,
            faults.Select(f => $"{string.Join(", ", f.MemberNames.Select(m => $"{section}:{m}"))}: {f.ErrorMessage}")));
    }

    private static T Bind<T>(IConfiguration configuration, string section)
        where T : class, new()
    {
        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException malformed)
        {
            // The binder's message names the key and, only where it cannot be read, the value.
            throw new ValidationException(malformed.Message, malformed);
        }
    }
}
