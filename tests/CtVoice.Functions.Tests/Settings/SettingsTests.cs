using System.ComponentModel.DataAnnotations;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Storage;
using CtVoice.Core.Workflows;
using CtVoice.Functions.Workflows;
using CtVoice.Web;
using CtVoice.Web.Simulation;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CtVoice.Functions.Tests.Settings;

/// <summary>A wrong setting names itself and stops the start; the sample works unchanged.</summary>
public sealed class SettingsTests
{
    /// <summary>What the sample needs to send for real.</summary>
    internal static readonly (string, string?)[] Providers =
    [
        ("Product__Senders", "Providers"),
        ("Twilio__AccountSid", "AC00000000000000000000000000000001"),
        ("Twilio__AuthToken", "secret"),
        ("Twilio__MessagingServiceSid", "MG00000000000000000000000000000002"),
        ("Twilio__StatusCallback", "https://board.example.org/status"),
        ("Email__Endpoint", "https://mail.communication.azure.com"),
        ("Email__Sender", "board@mail.example.org"),
        ("Webhooks__PublicUrl", "https://board.example.org"),
        ("Webhooks__EmailSecret", "a secret of mail, long enough"),
        ("Webhooks__EventSecret", "a secret of events, long enough"),
    ];

    [Fact]
    public void The_sample_starts_the_whole_product_with_simulated_senders()
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With()).BuildServiceProvider(
            new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        Assert.IsType<SimulatedSmsSender>(services.GetRequiredService<ISmsSender>());
        Assert.IsType<SimulatedEmailSender>(services.GetRequiredService<IEmailSender>());
        Assert.IsType<DurableWorkflowClient>(services.GetRequiredService<IWorkflowClient>());
        Assert.NotNull(services.GetRequiredService<TableSet>());
        Assert.NotNull(services.GetRequiredService<Gate>());
    }

    [Fact]
    public void Every_activity_can_be_made_from_the_services()
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With()).BuildServiceProvider();

        foreach (var activity in ReviewWorkflows.Catalog.Activities)
            Assert.NotNull(ActivatorUtilities.CreateInstance(services, TypeOf(activity)));
    }

    [Theory]
    [InlineData("Product__IndexKey", null)]
    [InlineData("Product__IndexKey", "not base64")]
    [InlineData("Product__IndexKey", "c2hvcnQ=")]
    [InlineData("Product__ReplyDomain", null)]
    [InlineData("Product__HelpName", "")]
    [InlineData("Product__HelpPhone", "call us")]
    [InlineData("Product__EscalationAddress", "nobody")]
    [InlineData("Product__FirstKeyHash", "ABC")]
    [InlineData("Product__TrustedProxies", "9")]
    [InlineData("Product__TrustedProxies", "one")]
    [InlineData("Product__Senders", "Pigeons")]
    [InlineData("Tables__Connection", null)]
    [InlineData("Tables__Endpoint", "https://account.table.core.windows.net")]
    [InlineData("Tables__Records", "1st")]
    [InlineData("Tables__Contacts", "records")]
    public void A_setting_that_is_missing_or_malformed_names_itself_and_stops_the_start(string name, string? value)
    {
        var fault = Assert.Throws<ValidationException>(() => new ServiceCollection().AddAzureHost(SampleSettings.With((name, value))));

        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_wrong_setting_of_a_section_is_named_at_once()
    {
        var fault = Assert.Throws<ValidationException>(() =>
            new ServiceCollection().AddAzureHost(SampleSettings.With(("Product__HelpName", null), ("Product__ReplyDomain", null))));

        Assert.Contains("Product:HelpName", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Product:ReplyDomain", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Twilio__AccountSid", "SK1")]
    [InlineData("Twilio__AuthToken", null)]
    [InlineData("Twilio__MessagingServiceSid", null)]
    [InlineData("Twilio__StatusCallback", "http://board.example.org/status")]
    [InlineData("Email__Endpoint", "http://mail.example.org")]
    [InlineData("Email__Sender", "board")]
    [InlineData("Webhooks__PublicUrl", "http://board.example.org")]
    [InlineData("Webhooks__PublicUrl", null)]
    [InlineData("Webhooks__EmailSecret", "short")]
    [InlineData("Webhooks__EventSecret", null)]
    [InlineData("Webhooks__EventSecret", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/events)")]
    public void A_provider_that_is_not_set_up_stops_the_start(string name, string? value)
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With(Providers)).BuildServiceProvider();
        Assert.IsType<WatchedSmsSender>(services.GetRequiredService<ISmsSender>());
        Assert.IsType<WatchedEmailSender>(services.GetRequiredService<IEmailSender>());

        var fault = Assert.Throws<ValidationException>(() =>
            new ServiceCollection().AddAzureHost(SampleSettings.With([.. Providers, (name, value)])));

        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_host_reads_no_route_prefix_and_logs_no_inputs()
    {
        var extensions = SampleSettings.HostJson().GetProperty("extensions");

        Assert.Equal("", extensions.GetProperty("http").GetProperty("routePrefix").GetString());
        Assert.False(extensions.GetProperty("durableTask").GetProperty("tracing").GetProperty("traceInputsAndOutputs").GetBoolean());
        Assert.Equal("true", SampleSettings.Values()["AzureWebJobsDisableHomepage"]);
    }

    [Fact]
    public void The_host_takes_instances_of_every_version_of_the_catalogue()
    {
        var durable = SampleSettings.HostJson().GetProperty("extensions").GetProperty("durableTask");
        var newest = int.Parse(durable.GetProperty("defaultVersion").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal("CurrentOrOlder", durable.GetProperty("versionMatchStrategy").GetString());
        Assert.All(ReviewWorkflows.Catalog.Workflows, w =>
            Assert.InRange(int.Parse(w.Version, System.Globalization.CultureInfo.InvariantCulture), 1, newest));
    }

    [Theory]
    [InlineData("InstrumentationKey=00000000-0000-0000-0000-000000000000;IngestionEndpoint=https://telemetry.example.org/", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void The_worker_sends_its_own_telemetry_where_the_platform_names_a_place_for_it(string? connection, bool sends)
    {
        using var services = new ServiceCollection().AddLogging()
            .AddAzureHost(SampleSettings.With(("APPLICATIONINSIGHTS_CONNECTION_STRING", connection))).BuildServiceProvider();

        var capabilities = services.GetRequiredService<IOptions<WorkerOptions>>().Value.Capabilities;

        Assert.Equal(sends, capabilities.ContainsKey("WorkerOpenTelemetryEnabled"));
    }

    private static Type TypeOf(ActivityEntry activity) =>
        typeof(ActivityEntry).Assembly.GetTypes().Single(t => t.Name == activity.Name && t.IsClass);
}
