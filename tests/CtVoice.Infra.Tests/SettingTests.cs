using System.Text.Json;
using System.Text.RegularExpressions;
using CtVoice.Testing;

namespace CtVoice.Infra.Tests;

/// <summary>The settings of the code, of the deployment and of the sample are the same, but for the differences listed.</summary>
[Collection(BicepSyntaxCollection.Name)]
public sealed partial class SettingTests(BicepSyntax bicep)
{
    private const string Hosts = "functions";

    /// <summary>Settings that the platform reads, and not our code.</summary>
    private static readonly Dictionary<string, string> OfThePlatform = new()
    {
        ["AzureWebJobsStorage"] = "host storage, in development",
        ["AzureWebJobsStorage__blobServiceUri"] = "host storage, by identity",
        ["AzureWebJobsStorage__queueServiceUri"] = "host storage, by identity",
        ["AzureWebJobsStorage__tableServiceUri"] = "host storage, by identity",
        ["AzureWebJobsStorage__credential"] = "host storage, by identity",
        ["AzureWebJobsStorage__clientId"] = "host storage, by identity",
        ["AzureWebJobsDisableHomepage"] = "the root is ours",
        ["FUNCTIONS_WORKER_RUNTIME"] = "in development; Flex Consumption has it in functionAppConfig",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "where traces go",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "traces are sent by identity",
        ["OTEL_TRACES_SAMPLER"] = "nothing is sampled out",
        ["OTEL_TRACES_SAMPLER_ARG"] = "nothing is sampled out",
    };

    /// <summary>Settings of the code that a deployment leaves out.</summary>
    private static readonly Dictionary<string, string> NotDeployed = new()
    {
        ["Tables__Connection"] = "development only: a deployment has no keys",
        ["Product__TermDaysAhead"] = "thirty days, unless an installation says otherwise",
        ["Sending__StopFor"] = "ten minutes, unless the coordinator puts other rules in force",
        ["Tables__Records"] = "the default name is good everywhere",
        ["Tables__Contacts"] = "the default name is good everywhere",
    };

    /// <summary>Settings of the code that the sample leaves out.</summary>
    private static readonly Dictionary<string, string> NotInTheSample = new()
    {
        ["Tables__Endpoint"] = "instead of the connection, on Azure",
        ["Tables__ClientId"] = "Azure only",
        ["Tables__Records"] = "the default name is good everywhere",
        ["Tables__Contacts"] = "the default name is good everywhere",
        ["Product__TrustedProxies"] = "no proxy on one machine",
        ["Product__PlatformAuthentication"] = "no platform on one machine",
        ["Product__EarlierSigningKey"] = "the key was never changed",
        ["Product__HomeNotSafePhone"] = "the number that the product knows is good everywhere",
        ["Product__HomeNotSafeSource"] = "the number that the product knows is good everywhere",
        ["Product__HonorariumAmount"] = "no rate is known",
        ["Product__HonorariumCurrency"] = "no rate is known",
        ["Pace__TextsPerMinute"] = "senders are simulated",
        ["Pace__EmailsPerMinute"] = "senders are simulated",
        ["Pace__EmailsPerHour"] = "senders are simulated",
        ["Twilio__AccountSid"] = "senders are simulated",
        ["Twilio__AuthToken"] = "senders are simulated",
        ["Twilio__MessagingServiceSid"] = "senders are simulated",
        ["Twilio__StatusCallback"] = "senders are simulated",
        ["Email__Endpoint"] = "senders are simulated",
        ["Email__ClientId"] = "senders are simulated",
        ["Email__Sender"] = "senders are simulated",
        ["Product__Keywords"] = "senders are simulated",
        ["Webhooks__EmailSecret"] = "senders are simulated",
        ["Webhooks__EventSecret"] = "senders are simulated",
        ["Webhooks__PreviousTwilioToken"] = "senders are simulated",
        ["Webhooks__PreviousEmailSecret"] = "senders are simulated",
        ["Webhooks__PreviousEventSecret"] = "senders are simulated",
    };

    [SkippableFact]
    public void Every_setting_deployed_is_known_to_the_code_or_to_the_platform() =>
        Assert.Empty(Deployed().Except(Code()).Except(OfThePlatform.Keys));

    [SkippableFact]
    public void Every_setting_of_the_code_is_deployed() =>
        Assert.Empty(Code().Except(Deployed()).Except(NotDeployed.Keys));

    [Fact]
    public void Every_setting_of_the_sample_is_known_to_the_code_or_to_the_platform() =>
        Assert.Empty(Sample().Except(Code()).Except(OfThePlatform.Keys));

    [Fact]
    public void Every_setting_of_the_code_is_in_the_sample() =>
        Assert.Empty(Code().Except(Sample()).Except(NotInTheSample.Keys));

    [SkippableFact]
    public void Nothing_is_listed_as_a_difference_that_is_none()
    {
        Assert.Empty(NotDeployed.Keys.Intersect(Deployed()));
        Assert.Empty(NotInTheSample.Keys.Intersect(Sample()));
        Assert.Empty(OfThePlatform.Keys.Except(Deployed()).Except(Sample()));
    }

    [SkippableFact]
    public void Secrets_are_references_to_the_vault()
    {
        var values = Values();
        foreach (var name in (string[])["Product__IndexKey", "Product__SigningKey", "Product__EarlierSigningKey", "Twilio__AuthToken",
            "Webhooks__EmailSecret", "Webhooks__EventSecret", "Webhooks__PreviousTwilioToken", "Webhooks__PreviousEmailSecret",
            "Webhooks__PreviousEventSecret"])
            Assert.StartsWith("'${secrets}/", values[name], StringComparison.Ordinal);
        Assert.Contains("var secrets = '@Microsoft.KeyVault(SecretUri=", bicep.Files["infra/modules/function-app.bicep"].Text,
            StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_word_of_the_platform_is_believed_only_where_it_signs_people_in()
    {
        Assert.Equal("empty(signInClientId) ? 'false' : 'true'", Values()["Product__PlatformAuthentication"]);
        Assert.Contains("resource signIn 'config' = if (!empty(signInClientId)) {", bicep.Files["infra/modules/function-app.bicep"].Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_parameters_of_azd_and_of_main_are_the_same_and_explained()
    {
        using var file = JsonDocument.Parse(Repository.Read("infra/main.parameters.json"));
        var main = Repository.Read("infra/main.bicep");
        var operations = Repository.Read("docs/operations.md");
        foreach (var parameter in file.RootElement.GetProperty("parameters").EnumerateObject())
        {
            Assert.Matches($@"(?m)^param {parameter.Name} ", main);
            var variable = Variable().Match(parameter.Value.GetProperty("value").GetString()!).Groups[1].Value;
            if (variable.StartsWith("CTVOICE_", StringComparison.Ordinal))
                Assert.Contains(variable, operations, StringComparison.Ordinal);
        }
        foreach (var hook in Variables().Matches(Repository.Read("infra/hooks/FirstSecrets.cs")).Select(m => m.Value).Distinct())
            Assert.Contains($"${{{hook}}}", Repository.Read("infra/main.parameters.json"), StringComparison.Ordinal);
    }

    [SkippableFact]
    public void Azd_finds_the_project_and_the_app()
    {
        var yaml = Repository.Read("azure.yaml");
        var project = Regex.Match(yaml, @"project: (\S+)").Groups[1].Value;
        Assert.Single(Directory.EnumerateFiles(Repository.PathOf(project), "*.csproj"));
        var service = Regex.Match(yaml, @"services:\s+(\w+):").Groups[1].Value;
        Assert.Contains($"'azd-service-name': '{service}'", bicep.Main.Text, StringComparison.Ordinal);
    }

    private HashSet<string> Deployed() => [.. Values().Keys];

    private Dictionary<string, string> Values() => bicep.Files["infra/modules/function-app.bicep"].Objects
        .Where(o => o.Key.EndsWith("Settings", StringComparison.Ordinal))
        .SelectMany(o => o.Value)
        .ToDictionary(s => s.Key, s => s.Value);

    private static HashSet<string> Sample()
    {
        using var file = JsonDocument.Parse(Repository.Read("local.settings.sample.json"));
        return [.. file.RootElement.GetProperty("Values").EnumerateObject().Select(s => s.Name)];
    }

    /// <summary>Read off the source, since its packages may be absent: each options class names its section.</summary>
    private static List<string> Code()
    {
        var settings = Directory.EnumerateFiles(Repository.PathOf(Hosts), "*Settings.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .Where(source => SectionName().IsMatch(source))
            .SelectMany(source => Property().Matches(source)
                .Select(p => $"{SectionName().Match(source).Groups[1].Value}__{p.Groups[1].Value}"))
            .ToList();
        Assert.NotEmpty(settings);
        return settings;
    }

    [GeneratedRegex("const string Section = \"(\\w+)\"")]
    private static partial Regex SectionName();

    [GeneratedRegex(@"public [\w?<>]+ (\w+) \{ get; init; \}")]
    private static partial Regex Property();

    [GeneratedRegex(@"\$\{(\w+)")]
    private static partial Regex Variable();

    [GeneratedRegex("CTVOICE_[A-Z_]+")]
    private static partial Regex Variables();
}
