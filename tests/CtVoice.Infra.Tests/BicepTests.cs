using System.Text.RegularExpressions;

namespace CtVoice.Infra.Tests;

/// <summary>The Bicep files fit together. These hold everywhere; the compiler's own word is in <see cref="CompilerTests"/>.</summary>
[Collection(BicepSyntaxCollection.Name)]
public sealed partial class BicepTests(BicepSyntax bicep)
{
    [SkippableFact]
    public void Every_file_parses()
    {
        Assert.NotEmpty(bicep.Files);
        Assert.Empty(bicep.Files.Values.SelectMany(f => f.Faults));
    }

    [SkippableFact]
    public void Every_module_exists_and_is_used()
    {
        var used = bicep.Files.Values.SelectMany(f => f.Modules).Select(m => m.Path).ToHashSet();
        Assert.NotEmpty(used);
        Assert.Equal(bicep.Files.Keys.Where(p => p != bicep.Main.Path).Order(), used.Order());
    }

    [SkippableFact]
    public void Every_parameter_passed_is_one_of_the_module_and_every_required_one_is_passed()
    {
        foreach (var module in bicep.Files.Values.SelectMany(f => f.Modules))
        {
            var parameters = bicep.Files[module.Path].Parameters;
            Assert.NotEmpty(parameters);
            Assert.Empty(module.Passed.Except(parameters.Select(p => p.Name)).Select(p => $"{module.Path} has no parameter {p}"));
            Assert.Empty(parameters.Where(p => p.Required).Select(p => p.Name).Except(module.Passed)
                .Select(p => $"{module.Path} is not given {p}"));
        }
    }

    [SkippableFact]
    public void Every_output_read_is_one_of_the_module_and_every_output_of_a_module_is_read()
    {
        var read = new HashSet<(string, string)>();
        foreach (var file in bicep.Files.Values)
        {
            foreach (var (name, output) in file.OutputsRead)
            {
                var module = Assert.Single(file.Modules, m => m.Name == name);
                Assert.Contains(bicep.Files[module.Path].Outputs, o => o.Name == output);
                read.Add((module.Path, output));
            }
        }
        var declared = bicep.Files.Values.Where(f => f != bicep.Main).SelectMany(f => f.Outputs.Select(o => (f.Path, o.Name)));
        Assert.Equal(declared.Order(), read.Order());
    }

    [SkippableFact]
    public void Every_parameter_and_output_is_described()
    {
        foreach (var file in bicep.Files.Values)
        {
            Assert.Empty(file.Parameters.Where(p => !p.Decorators.Contains("description")).Select(p => $"{file.Path}: {p.Name}"));
            Assert.Empty(file.Outputs.Where(o => !o.Decorators.Contains("description")).Select(o => $"{file.Path}: {o.Name}"));
        }
    }

    [SkippableFact]
    public void Parameters_that_hold_secrets_are_secure_and_no_output_looks_like_one()
    {
        foreach (var file in bicep.Files.Values)
        {
            Assert.Empty(file.Parameters.Where(p => Secret().IsMatch(p.Name) && !p.Secure).Select(p => $"{file.Path}: {p.Name}"));
            Assert.Empty(
                file.Outputs.Where(o => o.Name != "AZURE_KEY_VAULT_NAME" && (SecretWords().IsMatch(o.Text) || Secret().IsMatch(o.Name)))
                .Select(o => $"{file.Path}: {o.Name}"));
            Assert.DoesNotContain("listKeys", file.Text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(
            ["emailWebhookSecret", "eventWebhookSecret", "indexKey", "previousSecret", "signingKey", "twilioAuthToken"],
            bicep.Main.Parameters.Where(p => p.Secure).Select(p => p.Name).Order());
    }

    [SkippableFact]
    public void Main_only_puts_modules_together() =>
        Assert.Equal(["Microsoft.KeyVault/vaults", "Microsoft.Resources/resourceGroups"],
            bicep.Main.Resources.Select(r => r.Type.Split('@')[0]).Order());

    [SkippableFact]
    public void What_is_stored_is_reached_without_keys_over_tls_and_kept_when_deleted()
    {
        var storage = bicep.Files["infra/modules/storage.bicep"].Text;
        var vault = bicep.Files["infra/modules/vault.bicep"].Text;
        var app = bicep.Files["infra/modules/function-app.bicep"].Text;
        foreach (var line in (string[])["allowSharedKeyAccess: false", "allowBlobPublicAccess: false", "minimumTlsVersion: 'TLS1_2'",
            "deleteRetentionPolicy: { enabled: true"])
            Assert.Contains(line, storage, StringComparison.Ordinal);
        foreach (var line in (string[])["enableRbacAuthorization: true", "enableSoftDelete: true",
            "enablePurgeProtection: locked ? true : null"])
            Assert.Contains(line, vault, StringComparison.Ordinal);
        foreach (var line in (string[])["httpsOnly: true", "minTlsVersion: '1.2'", "name: 'dotnet-isolated'", "version: '10.0'"])
            Assert.Contains(line, app, StringComparison.Ordinal);
    }

    [GeneratedRegex("(key|token|secret|password)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"getSecret|connectionString|InstrumentationKey|password|\.value\b", RegexOptions.IgnoreCase)]
    private static partial Regex SecretWords();
}
