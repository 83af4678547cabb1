"""Into the warehouse: what each dialect calls our types, its tables, views and loads."""
