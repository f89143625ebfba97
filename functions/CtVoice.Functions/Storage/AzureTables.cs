using System.ComponentModel.DataAnnotations;
using Azure.Data.Tables;
using CtVoice.Core.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CtVoice.Functions.Storage;

/// <summary>Puts the product's tables on Azure Table Storage.</summary>
internal static class AzureTables
{
    /// <summary>Adds <see cref="TableSet"/> from the settings under <see cref="AzureTablesOptions.Section"/>.</summary>
    public static IServiceCollection AddAzureTables(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<AzureTablesOptions>()
            .Bind(configuration.GetSection(AzureTablesOptions.Section))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => ServiceClient(s.GetRequiredService<IOptions<AzureTablesOptions>>().Value));
        services.AddSingleton(s =>
        {
            var (client, options, time) = (
                s.GetRequiredService<TableServiceClient>(),
                s.GetRequiredService<IOptions<AzureTablesOptions>>().Value,
                s.GetRequiredService<TimeProvider>());
            return new TableSet(
                new AzureTable(client.GetTableClient(options.Records), time),
                new AzureTable(client.GetTableClient(options.Contacts), time));
        });
        services.AddHostedService<AzureTablesCreation>();
        return services;
    }

    /// <summary>A client that leaves retries to <see cref="AzureTable"/>.</summary>
    public static TableServiceClient ServiceClient(AzureTablesOptions options)
    {
        var client = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(30) } };
        return options.Connection is { } connection
            ? new TableServiceClient(connection, client)
            : new TableServiceClient(options.Endpoint, Identity.Of(options.ClientId), client);
    }
}

/// <summary>Where the tables are: a connection string, or an endpoint that the app's identity may use.</summary>
internal sealed class AzureTablesOptions : IValidatableObject
{
    public const string Section = "Tables";

    /// <summary>Connection string, or <c>UseDevelopmentStorage=true</c> for Azurite.</summary>
    public string? Connection { get; init; }

    /// <summary>Address of the table service, when the app signs in with its identity.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Client id of a user-assigned identity; absent for the system-assigned one or a developer's own.</summary>
    public string? ClientId { get; init; }

    /// <summary>Name of the table of reviews, ledger and settings.</summary>
    [Required, RegularExpression("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    public string Records { get; init; } = "records";

    /// <summary>Name of the table of members' contact data.</summary>
    [Required, RegularExpression("^[A-Za-z][A-Za-z0-9]{2,62}$")]
    public string Contacts { get; init; } = "contacts";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(Connection) == (Endpoint is null))
            yield return new($"Set exactly one of {Section}:Connection and {Section}:Endpoint.", [nameof(Connection), nameof(Endpoint)]);
        if (Endpoint is { IsAbsoluteUri: false } || (Endpoint is { } endpoint && endpoint.Scheme != Uri.UriSchemeHttps))
            yield return new($"{Section}:Endpoint must be an https address.", [nameof(Endpoint)]);
        if (string.Equals(Records, Contacts, StringComparison.OrdinalIgnoreCase))
            yield return new($"{Section}:Records and {Section}:Contacts must be two tables.", [nameof(Records), nameof(Contacts)]);
    }
}

/// <summary>Creates the tables that are not there yet, before the first function runs.</summary>
internal sealed class AzureTablesCreation(TableServiceClient client, IOptions<AzureTablesOptions> options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var name in new[] { options.Value.Records, options.Value.Contacts })
            await client.GetTableClient(name).CreateIfNotExistsAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
