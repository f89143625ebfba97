using System.ComponentModel.DataAnnotations;
using CtVoice.Core;
using CtVoice.Core.Conversations.Sending;
using CtVoice.Core.Engine;
using CtVoice.Core.Honoraria;
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
        ("Product__PublicUrl", "https://board.example.org"),
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
        Assert.NotNull(services.GetRequiredService<WebPipeline>());
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
    [InlineData("Product__SigningKey", "not base64")]
    [InlineData("Product__SigningKey", "c2hvcnQ=")]
    [InlineData("Product__SigningKey", "")]
    [InlineData("Product__SigningKey", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/signing-key/)")]
    [InlineData("Product__EarlierSigningKey", "not base64")]
    [InlineData("Product__EarlierSigningKey", "c2hvcnQ=")]
    [InlineData("Product__PublicUrl", null)]
    [InlineData("Product__PublicUrl", "http://board.example.org")]
    [InlineData("Product__ReplyDomain", null)]
    [InlineData("Product__HelpName", "")]
    [InlineData("Product__HelpPhone", "call us")]
    [InlineData("Product__EscalationAddress", "nobody")]
    [InlineData("Product__CoordinatorAddress", null)]
    [InlineData("Product__DeputyAddress", "the deputy")]
    [InlineData("Product__HomeNotSafePhone", "888-774-2900")]
    [InlineData("Product__ExecutiveBoardChairAddress", null)]
    [InlineData("Product__ExecutiveBoardChairAddress", "the chair")]
    [InlineData("Product__PlatformAuthentication", "perhaps")]
    [InlineData("Product__HonorariumAmount", "0")]
    [InlineData("Product__HonorariumAmount", "25")]
    [InlineData("Product__HonorariumAmount", "much")]
    [InlineData("Product__HonorariumCurrency", "USD")]
    [InlineData("Product__HonorariumCurrency", "dollars")]
    [InlineData("Pace__TextsPerMinute", "0")]
    [InlineData("Pace__TextsPerMinute", "fast")]
    [InlineData("Pace__EmailsPerMinute", "-1")]
    [InlineData("Pace__EmailsPerHour", "1000000")]
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

    [Fact]
    public void An_earlier_signing_key_needs_a_present_one()
    {
        var fault = Assert.Throws<ValidationException>(() => new ServiceCollection().AddAzureHost(
            SampleSettings.With(("Product__SigningKey", null), ("Product__EarlierSigningKey", Key(2)))));

        Assert.Contains("Product:SigningKey", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_honorarium_needs_a_currency_that_is_not_empty()
    {
        var fault = Assert.Throws<ValidationException>(() => new ServiceCollection().AddAzureHost(
            SampleSettings.With(("Product__HonorariumAmount", "25"), ("Product__HonorariumCurrency", ""))));

        Assert.Contains("Product:HonorariumCurrency", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_reaches_the_product_and_the_gate()
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With(
        [
            .. Providers,
            ("Product__SigningKey", Key(1)), ("Product__EarlierSigningKey", Key(2)),
            ("Product__ExecutiveBoardChairAddress", "chair@example.org"),
            ("Product__PlatformAuthentication", "true"),
            ("Product__HonorariumAmount", "12.50"), ("Product__HonorariumCurrency", "USD"),
            ("Pace__TextsPerMinute", "180"), ("Pace__EmailsPerMinute", "40"), ("Pace__EmailsPerHour", "500"),
        ])).BuildServiceProvider();

        var options = services.GetRequiredService<CtVoiceOptions>();
        Assert.Equal(Key(1), Convert.ToBase64String(options.SigningKey!));
        Assert.Equal(Key(2), Convert.ToBase64String(options.EarlierSigningKey!));
        Assert.Equal(new("escalation@example.org", "chair@example.org"), options.Escalation);
        Assert.Equal(new("coordinator@example.org", "deputy@example.org"), options.AlertContacts);
        Assert.Equal(new Honorarium(12.50m, "USD"), options.Honorarium);
        Assert.Equal([new Pace(180, TimeSpan.FromMinutes(1))], options.Pace.Sms);
        Assert.Equal([new Pace(40, TimeSpan.FromMinutes(1)), new Pace(500, TimeSpan.FromHours(1))], options.Pace.Email);
        Assert.True(services.GetRequiredService<WebOptions>().PlatformAuthentication);
    }

    [Fact]
    public void What_is_not_set_is_the_default_of_the_product()
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(
            SampleSettings.With([.. Providers, ("Product__SigningKey", null)])).BuildServiceProvider();

        var options = services.GetRequiredService<CtVoiceOptions>();
        Assert.Null(options.SigningKey);
        Assert.Null(options.EarlierSigningKey);
        Assert.Null(options.Honorarium);
        Assert.Equal(PaceOptions.Default.Sms, options.Pace.Sms);
        Assert.Equal(PaceOptions.Default.Email, options.Pace.Email);
        Assert.False(services.GetRequiredService<WebOptions>().PlatformAuthentication);
    }

    [Fact]
    public void Simulated_messages_carry_links_too()
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With()).BuildServiceProvider();

        Assert.Equal(new Uri("http://localhost:7071"), services.GetRequiredService<CtVoiceOptions>().PublicUrl);
    }

    [Fact]
    public void Simulated_messages_leave_as_fast_as_they_come()
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With()).BuildServiceProvider();

        Assert.Same(PaceOptions.Unlimited, services.GetRequiredService<PaceOptions>());
    }

    [Theory]
    [InlineData("Twilio__AccountSid", "SK1")]
    [InlineData("Twilio__AuthToken", null)]
    [InlineData("Twilio__MessagingServiceSid", null)]
    [InlineData("Twilio__StatusCallback", "http://board.example.org/status")]
#if WITH_EMAIL
    [InlineData("Email__Endpoint", null)]
    [InlineData("Email__Endpoint", "http://mail.example.org")]
    [InlineData("Email__Sender", "board")]
#endif
    [InlineData("Product__PublicUrl", "http://board.example.org")]
    [InlineData("Product__PublicUrl", "http://localhost:7071")]
    [InlineData("Webhooks__EmailSecret", "short")]
    [InlineData("Webhooks__EventSecret", null)]
    [InlineData("Webhooks__EventSecret", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/events)")]
    public void A_provider_that_is_not_set_up_stops_the_start(string name, string? value)
    {
        using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With(Providers)).BuildServiceProvider();
        Assert.IsType<WatchedSmsSender>(services.GetRequiredService<ISmsSender>());
#if WITH_EMAIL
        Assert.IsType<WatchedEmailSender>(services.GetRequiredService<IEmailSender>());
#endif

        var fault = Assert.Throws<ValidationException>(() =>
            new ServiceCollection().AddAzureHost(SampleSettings.With([.. Providers, (name, value)])));

        Assert.Contains(name.Replace("__", ":", StringComparison.Ordinal), fault.Message, StringComparison.Ordinal);
    }

#if !WITH_EMAIL
    [Fact]
    public async Task A_host_built_without_email_does_not_start_to_send()
    {
        await using var services = new ServiceCollection().AddLogging().AddAzureHost(SampleSettings.With(Providers)).BuildServiceProvider();

        var fault = await Assert.ThrowsAsync<ValidationException>(() => services.GetServices<BeforeStart>().Last().DoAsync(services));

        Assert.Equal(
            "Product:Senders: this host was built with WithEmail=false and cannot send email. Build it without that, or set Simulated.",
            fault.Message);
    }
#endif

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

    private static string Key(byte of) => Convert.ToBase64String(Enumerable.Repeat(of, 32).ToArray());

    private static Type TypeOf(ActivityEntry activity) =>
        typeof(ActivityEntry).Assembly.GetTypes().Single(t => t.Name == activity.Name && t.IsClass);
}
