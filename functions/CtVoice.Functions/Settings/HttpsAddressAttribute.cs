using System.ComponentModel.DataAnnotations;

namespace CtVoice.Functions.Settings;

/// <summary>An absolute https address, or nothing.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HttpsAddressAttribute() : ValidationAttribute("The address begins with https://.")
{
    public override bool IsValid(object? value) =>
        value is null || (value is Uri { IsAbsoluteUri: true } address && address.Scheme == Uri.UriSchemeHttps);
}
