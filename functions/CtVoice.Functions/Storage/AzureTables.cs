using Azure.Data.Tables;
using CtVoice.Core.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CtVoice.Functions.Storage;

/// <summary>Puts the product's tables on Azure Table Storage.</summary>
internal static class AzureTables
{
    /// <summary>Adds <see cref="TableSet"/>; the tables are created before the first function runs.</summary>
    public static IServiceCollection AddAzureTables(this IServiceCollection services, TableSettings settings)
    {
        var client = ServiceClient(settings);
        var (records, contacts) = (client.GetTableClient(settings.Records), client.GetTableClient(settings.Contacts));
        return services
            .AddSingleton(s => new TableSet(
                new AzureTable(records, s.GetRequiredService<TimeProvider>()),
                new AzureTable(contacts, s.GetRequiredService<TimeProvider>())))
            .AddSingleton(new BeforeStart(_ => TableCreation.RunAsync([records, contacts], TimeProvider.System)));
    }

    /// <summary>A client that leaves retries to <see cref="AzureTable"/>.</summary>
    public static TableServiceClient ServiceClient(TableSettings settings)
    {
        var options = new TableClientOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(30) } };
        return settings.Connection is { } connection
            ? new TableServiceClient(connection, options)
            : new TableServiceClient(settings.Endpoint, Identity.Of(settings.ClientId), options);
    }
}
