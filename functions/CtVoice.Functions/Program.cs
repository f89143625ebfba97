using CtVoice.Functions.Sending;
using CtVoice.Functions.Storage;
using CtVoice.Functions.Workflows;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddDurableWorkflows();
builder.Services.AddAzureTables(builder.Configuration);
builder.Services.AddSenders(builder.Configuration);
await builder.Build().RunAsync();
